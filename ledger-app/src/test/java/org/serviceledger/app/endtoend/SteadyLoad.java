package org.serviceledger.app.endtoend;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Records at least {@value #EVENTS_PER_SECOND} events a second while the server accepts them. Repeats each batch until
 * it is acknowledged, so that every case is recorded exactly once in the end.
 */
final class SteadyLoad implements AutoCloseable {

    private static final int EVENTS_PER_SECOND = 120;
    private static final int CASES = 6;
    private static final int ACTS = 4;
    private static final int EVENTS_PER_BATCH = CASES * (ACTS + 1);
    private static final Duration EVERY = Duration.ofMillis(1000L * EVENTS_PER_BATCH / EVENTS_PER_SECOND);
    private static final String FILE = "ab".repeat(32);

    private final Supplier<Api> server;
    private final AtomicLong batches = new AtomicLong();
    private final AtomicLong position = new AtomicLong(-1);
    private final Semaphore working = new Semaphore(1);
    private final Thread thread;
    private volatile boolean closed;

    /** Starts the load. Requests the server before each attempt, since a restarted server has another address. */
    SteadyLoad(Supplier<Api> server) {
        this.server = server;
        thread = Thread.ofPlatform().name("steady-load").daemon().start(this::run);
    }

    /** Number of acknowledged cases. */
    long cases() {
        return batches.get() * CASES;
    }

    /** Position of the last acknowledged event. */
    long position() {
        return position.get();
    }

    /** Waits until this many more events are acknowledged. Fails after the limit. */
    void awaitMore(int events, Duration limit) throws InterruptedException {
        var aim = batches.get() + Math.ceilDiv(events, EVENTS_PER_BATCH);
        var until = Instant.now().plus(limit);
        while (batches.get() < aim) {
            if (Instant.now().isAfter(until)) {
                throw new AssertionError("nothing more was acknowledged for " + limit);
            }
            Thread.sleep(20);
        }
    }

    /** Runs an action while no request is in flight and every batch sent is acknowledged. */
    <T> T paused(Pause<T> what) throws Exception {
        working.acquire();
        try {
            return what.run();
        } finally {
            working.release();
        }
    }

    /** An action during a pause. */
    @FunctionalInterface
    interface Pause<T> {
        T run() throws Exception;
    }

    private void run() {
        try {
            for (long number = 0; !closed; number++) {
                var next = Instant.now().plus(EVERY);
                working.acquire();
                try {
                    untilAcknowledged(number);
                    batches.incrementAndGet();
                } finally {
                    working.release();
                }
                Thread.sleep(Math.max(1, Duration.between(Instant.now(), next).toMillis()));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void untilAcknowledged(long number) throws InterruptedException {
        while (!closed) {
            try {
                if (isAcknowledged(server.get(), number)) {
                    return;
                }
            } catch (IOException _) {
                // the server is away: repeat the batch
            }
            Thread.sleep(100);
        }
    }

    private boolean isAcknowledged(Api server, long number) throws IOException, InterruptedException {
        var begun = server.post("/api/imports", Map.of("sha256", FILE, "file", "load.xes", "format", "XES"));
        if (begun.status() >= 300) {
            return false;
        }
        var id = begun.json().path("id").asString();
        var answer = server.post("/api/imports/" + id + "/cases", batch(number));
        position.accumulateAndGet(answer.json().path("position").asLong(-1), Math::max);
        return answer.status() < 300 && answer.json().path("refused").asInt(-1) == 0;
    }

    private static List<Map<String, Object>> batch(long number) {
        var cases = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < CASES; i++) {
            cases.add(Map.of(
                    "number", "L-%d-%d".formatted(number, i),
                    "originalId", "load %d %d".formatted(number, i),
                    "title", "城乡居民养老保险参保登记",
                    "acts", acts()));
        }
        return cases;
    }

    private static List<Map<String, Object>> acts() {
        var acts = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < ACTS; i++) {
            acts.add(Map.of(
                    "ordinal",
                    i,
                    "activity",
                    "环节" + i,
                    "by",
                    Map.of("person", "p-" + i, "name", "经办" + i),
                    "occurredAt",
                    "2026-03-0%dT09:00:00+08:00".formatted(i + 1)));
        }
        return acts;
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}

package org.serviceledger.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/** The units of work that wait to be appended. It holds so many and no more; who comes then waits for room. */
final class AppendQueue {

    private static final int ROOM = 4_096;
    private static final int MOST_EVENTS = 2_000;
    private static final int MOST_BYTES = 8_000_000;
    private static final int GATHERING_PART = 4;
    private static final Duration MOST_GATHERING = Duration.ofMillis(2);
    private static final Duration GATHERING_STEP = Duration.ofNanos(50_000);
    private static final Duration POLL = Duration.ofMillis(200);

    private final BlockingQueue<AppendUnit> units = new ArrayBlockingQueue<>(ROOM);
    private final List<AppendUnit> deferred = new ArrayList<>();
    private volatile boolean closed;
    private volatile boolean ended;
    private int expected;
    private long lastCommitNanos;

    void put(AppendUnit unit) {
        try {
            while (!closed) {
                if (units.offer(unit, POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                    if (ended && units.remove(unit)) {
                        break;
                    }
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EventStoreException("interrupted before anything was stored", e);
        }
        throw closedFailure();
    }

    /** Takes no more; those who wait already are still served. */
    void close() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }

    boolean isExhausted() {
        return closed && units.isEmpty() && deferred.isEmpty();
    }

    /** Tells those who slipped in at the last moment that they came too late. */
    void end() {
        ended = true;
        units.forEach(unit -> unit.failed(closedFailure()));
    }

    /** Those put off before, else the first to come; none if nobody came for a while. */
    List<AppendUnit> next() throws InterruptedException {
        var next = new ArrayList<>(deferred);
        deferred.clear();
        if (next.isEmpty()) {
            @Nullable AppendUnit first = units.poll(POLL.toMillis(), TimeUnit.MILLISECONDS);
            if (first != null) {
                next.add(first);
                gather();
            }
        }
        return next;
    }

    /** Adds those who wait, as many as fit into one batch. */
    void drainInto(List<AppendUnit> batch) {
        int events = batch.stream().mapToInt(unit -> unit.events().size()).sum();
        int bytes = 0;
        while (events < MOST_EVENTS && bytes < MOST_BYTES) {
            @Nullable AppendUnit next = units.poll();
            if (next == null) {
                return;
            }
            batch.add(next);
            events += next.events().size();
            bytes += next.events().stream().mapToInt(PendingEvent::bytes).sum();
        }
    }

    /** Puts units off until the next batch. */
    void defer(List<AppendUnit> later) {
        deferred.addAll(later);
    }

    /** Notes how many may come again at once, having been answered, and how long their commit took. */
    void answered(int callers) {
        expected = callers + units.size();
    }

    void committedIn(long nanos) {
        lastCommitNanos = nanos;
    }

    /**
     * Those who were just answered mostly come again at once. A short wait for them, short beside a commit, keeps a large
     * batch from being followed by one of a single unit while all the others wait for two commits.
     */
    private void gather() {
        long until = System.nanoTime() + Math.min(lastCommitNanos / GATHERING_PART, MOST_GATHERING.toNanos());
        while (units.size() + 1 < expected && System.nanoTime() < until) {
            LockSupport.parkNanos(GATHERING_STEP.toNanos());
        }
    }

    private static EventStoreException closedFailure() {
        return new EventStoreException("nothing was stored: the event store is closed");
    }
}

package org.serviceledger.app.server;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.serviceledger.app.server.ServerState.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a server running until closed: starts it, watches it, and restarts it when it ends or stops answering. One
 * thread does all of it, so that no server process is orphaned.
 *
 * @param <S> type of the server
 */
final class Supervisor<S extends KeptServer> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);
    private static final Duration GLANCE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration STEADY = Duration.ofMinutes(1);

    private final String name;
    private final Supplier<S> start;
    private final Patience patience;
    private final Clock clock;
    private final CompletableFuture<S> first = new CompletableFuture<>();
    private final Thread thread;
    private volatile ServerState state;
    private volatile boolean closing;

    /**
     * When to give up on a running server.
     *
     * @param probeEvery interval between probes
     * @param misses number of consecutive unanswered probes after which it is killed and restarted
     */
    record Patience(Duration probeEvery, int misses) {

        /** Three minutes: a probe itself times out after as long as the pause before it. */
        static final Patience MINUTES = new Patience(Duration.ofSeconds(10), 9);
    }

    Supervisor(String name, Supplier<S> start, Patience patience, Clock clock) {
        this.name = name;
        this.start = start;
        this.patience = patience;
        this.clock = clock;
        this.state = new ServerState(Stage.STARTING, clock.instant(), 0, null);
        this.thread = Thread.ofPlatform()
                .name("keep-" + name.toLowerCase(Locale.ROOT))
                .unstarted(this::keep);
    }

    /** Starts the supervising thread. Returns immediately. */
    Supervisor<S> begin() {
        thread.start();
        return this;
    }

    ServerState state() {
        return state;
    }

    /** The first server that ran. Completes exceptionally if the first attempt fails. */
    CompletableFuture<S> first() {
        return first;
    }

    private void keep() {
        int failures = 0;
        while (!closing) {
            var began = System.nanoTime();
            var reason = runOnce();
            if (closing) {
                return;
            }
            failures = System.nanoTime() - began > STEADY.toNanos() ? 0 : failures + 1;
            var pause = pause(failures, state.isRunning());
            failed(reason, pause);
            sleep(pause);
        }
    }

    /** Runs the server until it ends. Returns why it ended. */
    private String runOnce() {
        try {
            var server = start.get();
            try {
                runs(server);
                return watch(server);
            } finally {
                var _ = Thread.interrupted(); // close() interrupts this thread, and the server must still stop in order
                server.close();
            }
        } catch (RuntimeException e) {
            first.completeExceptionally(e);
            return String.valueOf(e.getMessage());
        }
    }

    private void runs(S server) {
        var before = state;
        if (before.stage() == Stage.RESTARTING) {
            LOG.info("{} runs again", name);
        }
        state = new ServerState(Stage.RUNNING, clock.instant(), before.restarts(), before.reason());
        first.complete(server);
    }

    private String watch(S server) {
        int missed = 0;
        var asked = System.nanoTime();
        while (!closing && sleep(GLANCE)) {
            if (!server.isRunning()) {
                return "its process ended";
            }
            if (System.nanoTime() - asked > patience.probeEvery().toNanos()) {
                missed = server.answers() ? 0 : missed + 1;
                asked = System.nanoTime();
                if (missed == patience.misses() && !closing) {
                    server.kill();
                    return "it did not answer %d questions in a row".formatted(missed);
                }
            }
        }
        return "it was stopped";
    }

    private void failed(String reason, Duration pause) {
        var before = state;
        var wasUp = before.stage() != Stage.STARTING;
        if (before.stage() == Stage.RUNNING) {
            LOG.error("{} does not run any more ({}): starting it again", name, reason);
        } else {
            LOG.error("{} cannot be started ({}): trying again in {} s", name, reason, pause.toSeconds());
        }
        state = new ServerState(
                wasUp ? Stage.RESTARTING : Stage.STARTING,
                before.stage() == Stage.RUNNING ? clock.instant() : before.since(),
                before.stage() == Stage.RUNNING ? before.restarts() + 1 : before.restarts(),
                reason);
    }

    /**
     * Pause before the next start. None after the first failure of a server that ran, since its cause has not recurred;
     * otherwise 1 s, doubled with each failure up to 30 s.
     */
    private static Duration pause(int failures, boolean ran) {
        var seconds = failures <= 1 && ran ? 0 : 1L << Math.clamp(failures - 1, 0, 5);
        return Duration.ofSeconds(Math.min(seconds, LONGEST_PAUSE.toSeconds()));
    }

    /** Returns false if interrupted because the supervisor closes. */
    private boolean sleep(Duration time) {
        try {
            Thread.sleep(time);
            return true;
        } catch (InterruptedException _) {
            return false;
        }
    }

    /** Stops the server, even during its start, and returns when it cannot be restarted any more. */
    @Override
    public void close() {
        closing = true;
        thread.interrupt(); // an interrupted start stops its server
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}

package org.serviceledger.projection.engine;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs tasks again and again on a thread of its own. Logs the first of consecutive failures and retries after the
 * pause. The thread is a platform thread, so it is scheduled however many virtual threads have work.
 */
final class RepeatedLook implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RepeatedLook.class);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(2);

    private final String name;
    private final Duration pause;
    private final List<Runnable> work;
    private final boolean[] isFailing;
    private @Nullable Thread thread;

    RepeatedLook(String name, Duration pause, List<Runnable> work) {
        this.name = name;
        this.pause = pause;
        this.work = List.copyOf(work);
        this.isFailing = new boolean[work.size()];
    }

    synchronized void start() {
        thread = Thread.ofPlatform().name(name).daemon().start(this::run);
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            for (int i = 0; i < work.size(); i++) {
                once(i);
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private void once(int i) {
        try {
            work.get(i).run();
            isFailing[i] = false;
        } catch (RuntimeException e) {
            if (!isFailing[i] && !Thread.currentThread().isInterrupted()) {
                LOG.warn("{} finds no answer: {}", name, e.getMessage());
            }
            isFailing[i] = true;
        }
    }

    @Override
    public synchronized void close() {
        if (thread == null) {
            return;
        }
        thread.interrupt();
        try {
            thread.join(STOPS_WITHIN);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}

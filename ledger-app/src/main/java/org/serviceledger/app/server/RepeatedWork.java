package org.serviceledger.app.server;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Repeats a task every half second while the server runs. Logs the first failure of a series and retries. Uses a
 * platform thread, so that busy virtual threads cannot starve it.
 */
abstract class RepeatedWork implements SmartLifecycle {

    private static final Duration EVERY = Duration.ofMillis(500);

    private final Logger log = LoggerFactory.getLogger(getClass());
    private final String name;
    private final String complaint;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile @Nullable RuntimeException failure;
    private @Nullable Thread thread;

    /**
     * Prepares the task.
     *
     * @param name name of the thread
     * @param complaint what the log says when it fails
     */
    RepeatedWork(String name, String complaint) {
        this.name = name;
        this.complaint = complaint;
    }

    abstract void work();

    @Override
    public void start() {
        thread = Thread.ofPlatform().name(name).daemon().start(this::run);
    }

    private void run() {
        try {
            long began;
            do {
                began = System.nanoTime();
                once();
            } while (!stopping.await(began + EVERY.toNanos() - System.nanoTime(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    void once() {
        try {
            work();
            failure = null;
        } catch (RuntimeException e) {
            if (failure == null && stopping.getCount() > 0) {
                log.error("{}: {}", complaint, e.getMessage());
            }
            failure = e;
        }
    }

    /** The failure of the latest run; empty if it succeeded. */
    Optional<RuntimeException> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public void stop() {
        stopping.countDown();
        try {
            if (thread != null) {
                thread.join();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null && thread.isAlive();
    }
}

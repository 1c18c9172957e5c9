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
 * Does the same every half a second while the server runs; what fails is told once and tried again. Its thread is one of the
 * system's, so that it comes to its turn however many virtual threads have work.
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
     * Work that has not begun.
     *
     * @param complaint what is the matter while it fails
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

    /** Why it failed the last time, if it did. */
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

package org.serviceledger.app.server;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.serviceledger.store.Witnessing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Asks the witnesses again and again; the first time before anything is signed, since they may know that nothing may be. */
final class WitnessRun implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(WitnessRun.class);
    private static final Duration EVERY = Duration.ofMillis(500);

    private final Witnessing witnessing;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private boolean failing;
    private @Nullable Thread thread;

    WitnessRun(Witnessing witnessing) {
        this.witnessing = witnessing;
    }

    @Override
    public void start() {
        ask();
        thread = Thread.ofVirtual().name("witnesses").start(this::run);
    }

    private void run() {
        try {
            while (!stopping.await(EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                ask();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask() {
        try {
            witnessing.ask();
            failing = false;
        } catch (RuntimeException e) {
            if (!failing && stopping.getCount() > 0) {
                LOG.error("the witnesses cannot be asked: {}", e.getMessage());
            }
            failing = true;
        }
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

    /** Before {@link CheckpointRun}. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 1;
    }
}

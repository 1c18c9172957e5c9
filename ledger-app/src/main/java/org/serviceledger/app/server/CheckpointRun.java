package org.serviceledger.app.server;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;
import org.serviceledger.store.Checkpoints;
import org.serviceledger.store.Witnessing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Signs a checkpoint every half a second while the ledger grows, and sees to it that the keys are on record. */
final class CheckpointRun implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointRun.class);
    private static final Duration EVERY = Duration.ofMillis(500);

    private final Checkpoints checkpoints;
    private final KeyRotations rotations;
    private int keysOnRecord;
    private final Witnessing witnessing;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile @Nullable RuntimeException failure;
    private @Nullable Thread thread;

    CheckpointRun(Checkpoints checkpoints, Witnessing witnessing, KeyRotations rotations) {
        this.checkpoints = checkpoints;
        this.witnessing = witnessing;
        this.rotations = rotations;
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("checkpoints").start(this::run);
    }

    private void run() {
        try {
            do {
                publish();
            } while (!stopping.await(EVERY.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void publish() {
        try {
            witnessing.mustNotBeDisproved();
            checkpoints.publish();
            recordNewKeys();
            failure = null;
        } catch (RuntimeException e) {
            if (failure == null) {
                LOG.error("no checkpoint is signed: {}", e.getMessage());
            }
            failure = e;
        }
    }

    /** A rotation that was cut off before it was recorded, and a key that came in beside. */
    private void recordNewKeys() {
        int known = checkpoints.keys().tenures().size();
        if (known > keysOnRecord) {
            rotations.recordMissing(Actor.system());
            keysOnRecord = known;
        }
    }

    /** Why nothing is signed, while nothing is. */
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

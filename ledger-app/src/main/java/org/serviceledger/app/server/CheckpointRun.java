package org.serviceledger.app.server;

import java.time.Duration;
import org.serviceledger.api.Actor;
import org.serviceledger.store.publication.Checkpoints;
import org.serviceledger.store.publication.Witnessing;

/** Signs a checkpoint twice a second while the ledger grows, and sees to it that the keys are on record. */
final class CheckpointRun extends RepeatedWork {

    private final Checkpoints checkpoints;
    private final Witnessing witnessing;
    private final KeyRotations rotations;
    private int keysOnRecord;
    private volatile long coveredNanos = System.nanoTime();

    CheckpointRun(Checkpoints checkpoints, Witnessing witnessing, KeyRotations rotations) {
        super("checkpoints", "no checkpoint is signed");
        this.checkpoints = checkpoints;
        this.witnessing = witnessing;
        this.rotations = rotations;
    }

    @Override
    void work() {
        witnessing.mustNotBeDisproved();
        long began = System.nanoTime();
        checkpoints.publish();
        coveredNanos = began;
        recordNewKeys();
    }

    /** How long ago a signed checkpoint covered everything that had been recorded; since the start if none did yet. */
    Duration age() {
        return Duration.ofNanos(System.nanoTime() - coveredNanos);
    }

    /** A rotation that was cut off before it was recorded, and a key that came in beside. */
    private void recordNewKeys() {
        int known = checkpoints.keys().tenures().size();
        if (known > keysOnRecord) {
            rotations.recordMissing(Actor.system());
            keysOnRecord = known;
        }
    }
}

package org.serviceledger.app.server;

import java.time.Duration;
import org.serviceledger.api.Actor;
import org.serviceledger.store.publication.Checkpoints;
import org.serviceledger.store.publication.Witnessing;

/**
 * Signs a checkpoint twice a second while the ledger grows, and ensures that key changes are recorded in the ledger.
 */
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

    /** Time since a signed checkpoint last covered every event; since the start if none has yet. */
    Duration age() {
        return Duration.ofNanos(System.nanoTime() - coveredNanos);
    }

    /**
     * Records keys that are in the history but not in the ledger: after an interrupted rotation, or when a co-signing
     * key was added.
     */
    private void recordNewKeys() {
        int known = checkpoints.keys().tenures().size();
        if (known > keysOnRecord) {
            rotations.recordMissing(Actor.system());
            keysOnRecord = known;
        }
    }
}

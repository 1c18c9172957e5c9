package org.serviceledger.app.server;

import org.serviceledger.store.publication.Witnessing;

/**
 * Requests cosignatures from the witnesses repeatedly. The first round precedes the first checkpoint, since a witness
 * may prove that the log must not be signed.
 */
final class WitnessRun extends RepeatedWork {

    private final Witnessing witnessing;

    WitnessRun(Witnessing witnessing) {
        super("witnesses", "the witnesses cannot be asked");
        this.witnessing = witnessing;
    }

    @Override
    void work() {
        witnessing.ask();
    }

    @Override
    public void start() {
        once();
        super.start();
    }

    /** Starts before {@link CheckpointRun}. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 1;
    }
}

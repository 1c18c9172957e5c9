package org.serviceledger.app.server;

import org.serviceledger.store.publication.Witnessing;

/** Asks the witnesses again and again; the first time before anything is signed, since they may know that nothing may be. */
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

    /** Before {@link CheckpointRun}. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 1;
    }
}

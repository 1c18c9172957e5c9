package org.serviceledger.app.server;

import org.springframework.context.SmartLifecycle;

/** Records the first events: after the command side is ready and before any read model starts. */
final class FirstRecords implements SmartLifecycle {

    private final Runnable recording;
    private volatile boolean running;

    FirstRecords(Runnable recording) {
        this.recording = recording;
    }

    @Override
    public void start() {
        recording.run();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE - 1;
    }
}

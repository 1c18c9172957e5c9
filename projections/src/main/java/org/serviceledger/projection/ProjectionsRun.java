package org.serviceledger.projection;

import org.serviceledger.projection.engine.Projections;
import org.springframework.context.SmartLifecycle;

/** Starts the read models with the application and stops them before the beans that they depend on. */
final class ProjectionsRun implements SmartLifecycle {

    private final Projections projections;
    private volatile boolean running;

    ProjectionsRun(Projections projections) {
        this.projections = projections;
    }

    @Override
    public void start() {
        projections.start();
        running = true;
    }

    @Override
    public void stop() {
        projections.close();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

package org.serviceledger.app.server;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * State of an embedded server.
 *
 * @param since when this stage began
 * @param restarts number of restarts since the application started
 * @param reason why it does not run, or why it was last restarted; null if it never failed
 */
public record ServerState(
        Stage stage, Instant since, int restarts, @Nullable String reason) {

    /** Stage of an embedded server during the application's lifetime. */
    public enum Stage {
        /** Starting for the first time. Has a reason if a start failed and is being retried. */
        STARTING,
        RUNNING,
        /** Ended or hung unexpectedly; being restarted until it runs. */
        RESTARTING
    }

    public boolean isRunning() {
        return stage == Stage.RUNNING;
    }
}

package org.serviceledger.app.server;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a server beneath the application does.
 *
 * @param since when this stage began
 * @param restarts how often the server was started again since the application began
 * @param reason why it does not run, or why it was last started again; null if it never failed
 */
public record ServerState(
        Stage stage, Instant since, int restarts, @Nullable String reason) {

    /** Where a server is between the start and the end of the application. */
    public enum Stage {
        /** On its way up for the first time; with a reason if it has failed to and is tried again. */
        STARTING,
        RUNNING,
        /** Ended or silent without having been asked to; started again and again until it runs. */
        RESTARTING
    }

    public boolean isRunning() {
        return stage == Stage.RUNNING;
    }
}

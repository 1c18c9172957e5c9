package org.serviceledger.store;

import java.time.Duration;

/** Called after every committed append, on its caller's thread; it must not block. */
@FunctionalInterface
public interface AppendMeter {

    /** Measures nothing. */
    AppendMeter NONE = (_, _) -> {};

    /**
     * Events are on the disk.
     *
     * @param events how many were appended together
     * @param took from the caller's request to the answer, waiting included
     */
    void appended(int events, Duration took);
}

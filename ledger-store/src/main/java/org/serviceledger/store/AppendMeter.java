package org.serviceledger.store;

import java.time.Duration;

/** Hears of every append that was committed, on the thread of its caller, which it must not hold up. */
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

package org.serviceledger.store;

import java.time.Duration;

/** Called after every committed append, on the caller's thread. It must not block. */
@FunctionalInterface
public interface AppendMeter {

    /** Measures nothing. */
    AppendMeter NONE = (_, _) -> {};

    /**
     * Reports an append whose events are durable.
     *
     * @param events how many events were appended together
     * @param took time from the caller's request to the answer, including the wait
     */
    void appended(int events, Duration took);
}

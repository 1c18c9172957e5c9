package org.serviceledger.projection.engine;

import java.util.Collection;

/** Counts events of the ledger without reading them. */
@FunctionalInterface
public interface EventCount {

    /**
     * Returns the number of events with these wire names.
     *
     * @param after the position before the first event counted (exclusive)
     * @param upTo the position of the last event counted (inclusive)
     */
    long count(Collection<String> wireNames, long after, long upTo);
}

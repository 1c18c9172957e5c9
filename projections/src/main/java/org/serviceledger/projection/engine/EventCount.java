package org.serviceledger.projection.engine;

import java.util.Collection;

/** Counts events of the ledger without reading them. */
@FunctionalInterface
public interface EventCount {

    /**
     * How many events of these wire names there are.
     *
     * @param after the position before the first that is counted
     * @param upTo the position of the last
     */
    long count(Collection<String> wireNames, long after, long upTo);
}

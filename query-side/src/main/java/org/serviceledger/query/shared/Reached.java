package org.serviceledger.query.shared;

/** How far the read models have come; whoever runs them says so. */
public interface Reached {

    /** The position of the last event the read model has taken in, -1 before the first. */
    long position(String readModel);
}

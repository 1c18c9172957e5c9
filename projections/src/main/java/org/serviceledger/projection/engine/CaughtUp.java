package org.serviceledger.projection.engine;

/**
 * The outcome of waiting for read models.
 *
 * @param reached whether searches see all events up to the requested position
 * @param position the position up to which searches see all events; an answer given now reflects the ledger up to it
 */
public record CaughtUp(boolean reached, long position) {}

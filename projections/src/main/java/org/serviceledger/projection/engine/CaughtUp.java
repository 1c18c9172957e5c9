package org.serviceledger.projection.engine;

/**
 * The outcome of waiting for read models.
 *
 * @param reached whether searches see everything up to the position asked for
 * @param position up to which searches see everything: what an answer given now is as of
 */
public record CaughtUp(boolean reached, long position) {}

package org.serviceledger.api;

import java.time.Instant;

/**
 * Everything that may be asked of the ledger. Times and persons come in with the command: deciders know no clock.
 * Each family is sealed; {@link Families} names them all.
 */
public interface LedgerCommand {

    /** The id of the stream it is about, whether or not that has begun. */
    String stream();

    Actor by();

    /** When it happened in the hall (发生时间); the ledger keeps its own time of recording beside it. */
    Instant at();
}

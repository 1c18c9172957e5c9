package org.serviceledger.api;

import java.time.Instant;

/**
 * An event of the ledger. Each family of events is sealed; {@link Families} lists them all.
 *
 * <p>Event records are stored for ever. A component may be added only if readers of old events can do without it.
 * Nothing may be renamed, retyped or removed: such a change needs a new event and an upcaster.
 */
public interface LedgerEvent {

    /** Returns the id of the stream to which the event belongs. */
    String stream();

    Actor by();

    /** Returns when the act happened in the hall (发生时间), which may be long before it was recorded. */
    Instant occurredAt();
}

package org.serviceledger.api;

import java.time.Instant;

/**
 * Everything that can have happened. Each family is sealed; {@link Families} names them all. These records are stored for ever: a component may be added if readers of old
 * events can do without it; nothing is renamed, retyped or removed, that takes a new event and an upcaster.
 */
public interface LedgerEvent {

    /** The id of the stream it belongs to. */
    String stream();

    Actor by();

    /** When it happened in the hall (发生时间), which may be long before it was recorded. */
    Instant occurredAt();
}

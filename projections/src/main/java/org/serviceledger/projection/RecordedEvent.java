package org.serviceledger.projection;

import java.time.Instant;
import org.serviceledger.api.LedgerEvent;

/**
 * An event as the ledger keeps it.
 *
 * @param position its place in the ledger, from 0, without gaps
 * @param recordedAt when the ledger took it in, which may be long after it happened
 * @param streamId the stream it belongs to, such as {@code case-320623100-1}
 * @param sequence its place in that stream, from 0
 */
public record RecordedEvent(
        LedgerEvent payload, long position, Instant recordedAt, String streamId, long sequence, String eventId) {}

package org.serviceledger.projection.engine;

import java.time.Instant;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.LedgerEvent;

/**
 * An event as recorded in the ledger.
 *
 * @param position the position in the ledger, from 0, without gaps
 * @param recordedAt the time at which the ledger recorded the event, which may be long after it happened
 * @param streamId the stream that the event belongs to, such as {@code case-320623100-1}
 * @param sequence the position in that stream, from 0
 */
public record RecordedEvent(
        LedgerEvent payload, long position, Instant recordedAt, String streamId, long sequence, String eventId) {

    static RecordedEvent of(EventMessage<?> message) {
        if (!(message.getPayload() instanceof LedgerEvent payload)) {
            throw new IllegalArgumentException("not an event of the ledger: " + message.getPayloadType());
        }
        var inStream = message instanceof DomainEventMessage<?> of ? of : null;
        return new RecordedEvent(
                payload,
                positionOf(message),
                message.getTimestamp(),
                inStream == null ? message.getIdentifier() : inStream.getAggregateIdentifier(),
                inStream == null ? 0 : inStream.getSequenceNumber(),
                message.getIdentifier());
    }

    static long positionOf(EventMessage<?> message) {
        if (message instanceof TrackedEventMessage<?> tracked) {
            return positionOf(tracked.trackingToken());
        }
        throw new IllegalArgumentException("an event without a position: " + message.getIdentifier());
    }

    /** Returns the position of the last event that the token covers, -1 before the first event. */
    static long positionOf(@Nullable TrackingToken token) {
        return token == null ? -1 : token.position().orElse(-1);
    }
}

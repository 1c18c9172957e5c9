package org.serviceledger.store;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.serviceledger.store.log.Sha256;

/** An event prepared on the caller's thread: everything its row and its leaf need except its place in the ledger. */
@RecordBuilder
@SuppressWarnings("ArrayRecordComponent") // never compared
record PendingEvent(
        String streamId,
        @Nullable String streamType,
        long sequence,
        String eventId,
        String type,
        @Nullable String revision,
        byte[] payload,
        byte[] metadata,
        byte[] salt,
        Instant recordedAt,
        @Nullable Instant occurredAt,
        LeafTemplate leaf) {

    /** The metadata key of the time an act happened, an ISO 8601 instant. */
    static final String OCCURRED_AT = "occurredAt";

    private static final Salts SALTS = new Salts();

    static PendingEvent of(EventMessage<?> message, Serializer serializer, String tenant) {
        var payload = message.serializePayload(serializer, byte[].class);
        var metadata = message.serializeMetaData(serializer, byte[].class).getData();
        var salt = SALTS.next();
        var domain = message instanceof DomainEventMessage<?> event ? event : null;
        var sequence = domain == null ? 0 : domain.getSequenceNumber();
        @Nullable String streamType = domain == null ? null : domain.getType();
        var recordedAt = PostgresTime.kept("the timestamp of an event", message.getTimestamp());
        @Nullable Instant occurredAt = occurredAt(message);
        var leaf = LeafTemplate.of(
                tenant,
                streamType,
                sequence,
                message.getIdentifier(),
                payload.getType().getName(),
                payload.getType().getRevision(),
                occurredAt,
                recordedAt,
                Commitment.of(salt, payload.getData(), metadata));
        return PendingEventBuilder.builder()
                .streamId(domain == null ? message.getIdentifier() : domain.getAggregateIdentifier())
                .streamType(streamType)
                .sequence(sequence)
                .eventId(message.getIdentifier())
                .type(payload.getType().getName())
                .revision(payload.getType().getRevision())
                .payload(payload.getData())
                .metadata(metadata)
                .salt(salt)
                .recordedAt(recordedAt)
                .occurredAt(occurredAt)
                .leaf(leaf)
                .build();
    }

    int bytes() {
        return payload.length + metadata.length;
    }

    private static @Nullable Instant occurredAt(EventMessage<?> message) {
        @Nullable Object value = message.getMetaData().get(OCCURRED_AT);
        return switch (value) {
            case null -> null;
            case Instant instant -> PostgresTime.kept(OCCURRED_AT, instant);
            case String text -> parse(text);
            case Object other -> throw new IllegalArgumentException("occurredAt is no instant: " + other);
        };
    }

    private static Instant parse(String text) {
        try {
            return PostgresTime.kept(OCCURRED_AT, Instant.parse(text));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("occurredAt is no ISO 8601 instant: " + text, e);
        }
    }

    /** What a leaf says about the content of an event. It reveals nothing without the salt. */
    static final class Commitment {

        private Commitment() {}

        /** SHA-256(salt ‖ length of payload, four bytes ‖ payload ‖ metadata), over the bytes as they are stored. */
        static byte[] of(byte[] salt, byte[] payload, byte[] metadata) {
            var sha256 = Sha256.digest();
            sha256.update(salt);
            sha256.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(payload.length).flip());
            sha256.update(payload);
            return sha256.digest(metadata);
        }

        /** The pseudonym of a stream in its leaves: SHA-256(salt of the stream's first event ‖ stream id). */
        static byte[] pseudonym(byte[] firstSalt, String streamId) {
            var sha256 = Sha256.digest();
            sha256.update(firstSalt);
            return sha256.digest(streamId.getBytes(StandardCharsets.UTF_8));
        }
    }
}

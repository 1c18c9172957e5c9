package org.serviceledger.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An event with its salt: whoever holds it can compute its leaf again, and so check what the log says of it.
 *
 * @param payload as it is stored, byte for byte; likewise the metadata
 * @param pseudonym what stands for the stream in its leaves
 * @param previousLeaf the leaf hash of the stream's event before; null for its first
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record DisclosedEvent(
        String tenant,
        long position,
        String streamId,
        @Nullable String streamType,
        long sequence,
        String eventId,
        String type,
        @Nullable String revision,
        @Nullable Instant occurredAt,
        Instant recordedAt,
        byte[] salt,
        byte[] payload,
        byte[] metadata,
        byte[] pseudonym,
        byte @Nullable [] previousLeaf) {

    /** From a row of events with the leaf hash of the one before as {@code previous_leaf}. */
    public static DisclosedEvent of(ResultSet row, String tenant) throws SQLException {
        return new DisclosedEvent(
                tenant,
                row.getLong("position"),
                row.getString("stream_id"),
                row.getString("stream_type"),
                row.getLong("sequence"),
                row.getString("event_id"),
                row.getString("type"),
                row.getString("revision"),
                PostgresTime.read(row, row.findColumn("occurred_at")),
                Objects.requireNonNull(PostgresTime.read(row, row.findColumn("recorded_at"))),
                row.getBytes("salt"),
                row.getBytes("payload"),
                row.getBytes("metadata"),
                row.getBytes("stream_pseudonym"),
                row.getBytes("previous_leaf"));
    }

    /** What the leaf says of payload and metadata: SHA-256 over salt, length of the payload, payload and metadata. */
    public byte[] commitment() {
        return PendingEvent.Commitment.of(salt, payload, metadata);
    }

    /** The leaf in the log, canonical JSON, computed from nothing but what is disclosed. */
    public String leaf() {
        return LeafTemplate.of(
                        tenant, streamType, sequence, eventId, type, revision, occurredAt, recordedAt, commitment())
                .json(pseudonym, previousLeaf, position);
    }

    /** What stands for a stream in its leaves, which the salt of its first event shows. */
    public static byte[] pseudonym(byte[] saltOfFirst, String streamId) {
        return PendingEvent.Commitment.pseudonym(saltOfFirst, streamId);
    }
}

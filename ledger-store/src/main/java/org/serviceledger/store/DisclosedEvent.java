package org.serviceledger.store;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An event with its salt. Its recipient can compute the event's leaf and compare it with the log.
 *
 * @param payload the bytes as they are stored
 * @param metadata the bytes as they are stored
 * @param pseudonym the pseudonym of the stream in its leaves
 * @param previousLeaf the leaf hash of the previous event of the stream; null for the first event
 */
@RecordBuilder
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

    /**
     * Reads a row of {@code ledger_event}, joined with the leaf hash of the previous event as {@code previous_leaf}.
     */
    public static DisclosedEvent of(ResultSet row, String tenant) throws SQLException {
        return DisclosedEventBuilder.builder()
                .tenant(tenant)
                .position(row.getLong("position"))
                .streamId(row.getString("stream_id"))
                .streamType(row.getString("stream_type"))
                .sequence(row.getLong("sequence"))
                .eventId(row.getString("event_id"))
                .type(row.getString("type"))
                .revision(row.getString("revision"))
                .occurredAt(PostgresTime.read(row, row.findColumn("occurred_at")))
                .recordedAt(Objects.requireNonNull(PostgresTime.read(row, row.findColumn("recorded_at"))))
                .salt(row.getBytes("salt"))
                .payload(row.getBytes("payload"))
                .metadata(row.getBytes("metadata"))
                .pseudonym(row.getBytes("stream_pseudonym"))
                .previousLeaf(row.getBytes("previous_leaf"))
                .build();
    }

    /**
     * The leaf's commitment to payload and metadata: SHA-256 over salt, length of the payload, payload and metadata.
     */
    public byte[] commitment() {
        return PendingEvent.Commitment.of(salt, payload, metadata);
    }

    /** The leaf in the log as canonical JSON, computed from the disclosed data alone. */
    public String leaf() {
        return LeafTemplate.of(
                        tenant, streamType, sequence, eventId, type, revision, occurredAt, recordedAt, commitment())
                .json(pseudonym, previousLeaf, position);
    }

    /** The pseudonym of a stream in its leaves, which the salt of the stream's first event reveals. */
    public static byte[] pseudonym(byte[] saltOfFirst, String streamId) {
        return PendingEvent.Commitment.pseudonym(saltOfFirst, streamId);
    }
}

package org.serviceledger.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;

/** A row of the ledger, as Axon reads it. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record StoredEvent(
        long position,
        String streamId,
        @Nullable String streamType,
        long sequence,
        String eventId,
        String type,
        @Nullable String revision,
        byte[] payload,
        byte[] metadata,
        Instant recordedAt)
        implements TrackedEventData<byte[]>, DomainEventData<byte[]> {

    static final String COLUMNS =
            "position, stream_id, stream_type, sequence, event_id, type, revision, payload, metadata, recorded_at";

    static StoredEvent of(ResultSet row) throws SQLException {
        return of(row, 0);
    }

    /** Reads an event from a row whose first {@code after} columns are something else. */
    static StoredEvent of(ResultSet row, int after) throws SQLException {
        return new StoredEvent(
                row.getLong(after + 1),
                row.getString(after + 2),
                row.getString(after + 3),
                row.getLong(after + 4),
                row.getString(after + 5),
                row.getString(after + 6),
                row.getString(after + 7),
                row.getBytes(after + 8),
                row.getBytes(after + 9),
                Objects.requireNonNull(PostgresTime.read(row, after + 10)));
    }

    @Override
    public TrackingToken trackingToken() {
        return new GlobalSequenceTrackingToken(position);
    }

    @Override
    public @Nullable String getType() {
        return streamType;
    }

    /** Null for an event that belongs to no stream. */
    @Override
    public @Nullable String getAggregateIdentifier() {
        return streamId.equals(eventId) ? null : streamId;
    }

    @Override
    public long getSequenceNumber() {
        return sequence;
    }

    @Override
    public String getEventIdentifier() {
        return eventId;
    }

    @Override
    public Instant getTimestamp() {
        return recordedAt;
    }

    @Override
    public SerializedObject<byte[]> getMetaData() {
        return new SerializedMetaData<>(metadata, byte[].class);
    }

    @Override
    public SerializedObject<byte[]> getPayload() {
        return new SimpleSerializedObject<>(payload, byte[].class, new SimpleSerializedType(type, revision));
    }
}

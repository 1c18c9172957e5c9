package org.serviceledger.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/** One connection's transactions on the ledger: lock the head, look around, store, commit. */
final class LedgerWriter implements AutoCloseable {

    static final String CHANNEL = "ledger_head";

    private static final int ANSWER_MILLIS = 60_000;
    private static final Executor SAME_THREAD = Runnable::run;

    private static final String LOCK_HEAD = "SELECT size, frontier FROM ledger_head FOR UPDATE";

    private static final String TAILS = """
            SELECT wanted.stream_id, tail.sequence, tail.leaf_hash, tail.stream_pseudonym
            FROM unnest(?::text[]) AS wanted (stream_id)
            CROSS JOIN LATERAL (
                SELECT sequence, leaf_hash, stream_pseudonym FROM ledger_event
                WHERE stream_id = wanted.stream_id ORDER BY sequence DESC LIMIT 1) AS tail""";

    /** Stores a batch and moves the head, all in one statement, unless the head is not where it was thought to be. */
    private static final String STORE = """
            WITH head AS (
                UPDATE ledger_head SET size = ?, root = ?, frontier = ? WHERE size = ?
                RETURNING pg_notify(?, ?::text)),
            stored AS (
                INSERT INTO ledger_event (position, stream_id, stream_type, sequence, event_id, type, revision, payload,
                    metadata, salt, stream_pseudonym, leaf_hash, recorded_at, occurred_at)
                SELECT position, stream_id, stream_type, sequence, event_id, type, revision, payload,
                    metadata, salt, stream_pseudonym, leaf_hash,
                    timestamptz 'epoch' + recorded_micros * interval '1 microsecond',
                    timestamptz 'epoch' + occurred_micros * interval '1 microsecond'
                FROM unnest(?::bigint[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::bytea[],
                    ?::bytea[], ?::bytea[], ?::bytea[], ?::bytea[], ?::bigint[], ?::bigint[])
                    AS event (position, stream_id, stream_type, sequence, event_id, type, revision, payload,
                        metadata, salt, stream_pseudonym, leaf_hash, recorded_micros, occurred_micros)
                WHERE EXISTS (SELECT FROM head)),
            nodes AS (
                INSERT INTO ledger_node (level, index, hash)
                SELECT * FROM unnest(?::integer[], ?::bigint[], ?::bytea[])
                WHERE EXISTS (SELECT FROM head)),
            keyed AS (
                INSERT INTO idempotency_key (key, request_digest, stream_id, first_position, last_position)
                SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[])
                WHERE EXISTS (SELECT FROM head))
            SELECT count(*) FROM head""";

    private static final String LEAF_AT = "SELECT leaf_hash FROM ledger_event WHERE position = ?";

    private final Connection connection;
    private final PreparedStatement lockHead;
    private final PreparedStatement store;

    LedgerWriter(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setNetworkTimeout(SAME_THREAD, ANSWER_MILLIS);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(true);
        GenericPlans.on(connection);
        this.lockHead = connection.prepareStatement(LOCK_HEAD);
        this.store = connection.prepareStatement(STORE);
    }

    /** Begins a transaction that alone may append; waits for those of other processes. */
    MerkleFrontier lockHead() throws SQLException {
        connection.setAutoCommit(false);
        try (var row = lockHead.executeQuery()) {
            if (!row.next()) {
                throw new EventStoreException("the head of the ledger is missing: the schema is damaged");
            }
            return MerkleFrontier.of(row.getLong(1), row.getBytes(2));
        }
    }

    Map<String, StreamTail> tails(Collection<String> streams) throws SQLException {
        var found = new HashMap<String, StreamTail>();
        try (var query = connection.prepareStatement(TAILS)) {
            query.setObject(1, streams.toArray(String[]::new));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    found.put(rows.getString(1), new StreamTail(rows.getLong(2), rows.getBytes(3), rows.getBytes(4)));
                }
            }
        }
        return found;
    }

    Map<String, IdempotencyReceipt> usedKeys(Collection<String> keys) throws SQLException {
        return IdempotencyKeys.find(connection, keys);
    }

    /**
     * Stores the batch if the head is where the batch begins; durable at once unless {@link #lockHead} began a
     * transaction.
     *
     * @return false if somebody else has appended meanwhile; then nothing is stored
     */
    boolean store(Batch batch) throws SQLException {
        var events = batch.events();
        var keyed = batch.units().stream()
                .filter(placed -> placed.unit().idempotencyKey() != null)
                .toList();
        int i = 0;
        store.setLong(++i, batch.frontier().size());
        store.setBytes(++i, batch.frontier().root());
        store.setBytes(++i, batch.frontier().toBytes());
        store.setLong(++i, events.getFirst().position());
        store.setString(++i, CHANNEL);
        store.setString(++i, Long.toString(batch.frontier().size()));
        store.setObject(++i, longs(events, PlacedEvent::position));
        store.setObject(++i, texts(events, event -> event.event().streamId()));
        store.setObject(++i, texts(events, event -> event.event().streamType()));
        store.setObject(++i, longs(events, event -> event.event().sequence()));
        store.setObject(++i, texts(events, event -> event.event().eventId()));
        store.setObject(++i, texts(events, event -> event.event().type()));
        store.setObject(++i, texts(events, event -> event.event().revision()));
        store.setObject(++i, bytes(events, event -> event.event().payload()));
        store.setObject(++i, bytes(events, event -> event.event().metadata()));
        store.setObject(++i, bytes(events, event -> event.event().salt()));
        store.setObject(++i, bytes(events, PlacedEvent::pseudonym));
        store.setObject(++i, bytes(events, PlacedEvent::leafHash));
        store.setObject(++i, longs(events, event -> micros(event.event().recordedAt())));
        store.setObject(++i, nullableMicros(events));
        var nodes = batch.frontier().completed();
        store.setObject(++i, nodes.stream().mapToInt(MerkleFrontier.Node::level).toArray());
        store.setObject(++i, longs(nodes, MerkleFrontier.Node::index));
        store.setObject(++i, bytes(nodes, MerkleFrontier.Node::hash));
        store.setObject(++i, texts(keyed, placed -> placed.unit().idempotencyKey()));
        store.setObject(++i, texts(keyed, placed -> placed.unit().requestDigest()));
        store.setObject(++i, texts(keyed, placed -> placed.unit().first().streamId()));
        store.setObject(++i, longs(keyed, placed -> placed.positions().first()));
        store.setObject(++i, longs(keyed, placed -> placed.positions().last()));
        try (var heads = store.executeQuery()) {
            return heads.next() && heads.getInt(1) == 1;
        }
    }

    void commit() throws SQLException {
        connection.commit();
        connection.setAutoCommit(true);
    }

    void rollback() throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** Whether the batch was committed by a connection that was lost since; waits for that connection's transaction. */
    boolean holds(Batch batch) throws SQLException {
        lockHead();
        var first = batch.events().getFirst();
        try (var query = connection.prepareStatement(LEAF_AT)) {
            query.setLong(1, first.position());
            try (var row = query.executeQuery()) {
                return row.next() && Arrays.equals(row.getBytes(1), first.leafHash());
            }
        } finally {
            rollback();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private static <T> long[] longs(List<T> values, ToLongFunction<T> part) {
        return values.stream().mapToLong(part).toArray();
    }

    private static <T> @Nullable String[] texts(List<T> values, Function<T, @Nullable String> part) {
        return values.stream().map(part).toArray(String[]::new);
    }

    private static <T> byte[][] bytes(List<T> values, Function<T, byte[]> part) {
        return values.stream().map(part).toArray(byte[][]::new);
    }

    private static @Nullable Long[] nullableMicros(List<PlacedEvent> events) {
        var micros = new @Nullable Long[events.size()];
        for (int i = 0; i < micros.length; i++) {
            @Nullable Instant occurredAt = events.get(i).event().occurredAt();
            micros[i] = occurredAt == null ? null : micros(occurredAt);
        }
        return micros;
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}

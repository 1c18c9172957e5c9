package org.serviceledger.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.serviceledger.store.log.MerkleFrontier;

/**
 * Stores a batch and moves the head in one statement, unless the head is not where the batch begins. Parts without rows
 * are left out, because inserting no rows costs as much as inserting ten. From 256 events on, the events are copied in
 * after the statement.
 */
final class StoreStatement {

    private enum Part {
        FLUSHED_LATER,
        ONE_EVENT,
        SOME_EVENTS,
        NODES,
        KEYS
    }

    private static final String MOVE_HEAD = """
            WITH head AS (
                UPDATE ledger_head SET size = ?, root = ?, frontier = ? WHERE size = ?
                RETURNING pg_notify(?, ?::text)""";

    private static final String NOT_FLUSHED = ", set_config('synchronous_commit', 'off', true)";

    /**
     * Adds whole days and the rest of the day separately. PostgreSQL multiplies intervals in floating point, which is
     * too coarse for some centuries.
     */
    private static final String INSERT_EVENTS = """
            , stored AS (
                INSERT INTO ledger_event (position, stream_id, stream_type, sequence, event_id, type, revision, payload,
                    metadata, salt, stream_pseudonym, leaf_hash, recorded_at, occurred_at)
                SELECT position, stream_id, stream_type, sequence, event_id, type, revision, payload,
                    metadata, salt, stream_pseudonym, leaf_hash,
                    timestamptz '2000-01-01 00:00Z' + recorded_micros / 86400000000 * interval '24 hours'
                        + mod(recorded_micros, 86400000000) * interval '1 microsecond',
                    timestamptz '2000-01-01 00:00Z' + occurred_micros / 86400000000 * interval '24 hours'
                        + mod(occurred_micros, 86400000000) * interval '1 microsecond'
                FROM (%s) AS event WHERE EXISTS (SELECT FROM head))""";

    private static final String ONE = INSERT_EVENTS.formatted("""
            SELECT ?::bigint AS position, ?::text AS stream_id, ?::text AS stream_type, ?::bigint AS sequence,
                ?::text AS event_id, ?::text AS type, ?::text AS revision, ?::bytea AS payload, ?::bytea AS metadata,
                ?::bytea AS salt, ?::bytea AS stream_pseudonym, ?::bytea AS leaf_hash,
                ?::bigint AS recorded_micros, ?::bigint AS occurred_micros""");

    /**
     * Unfolds the arrays in the select list, while the rows are made. In FROM, each array would first fill a table of
     * its own.
     */
    private static final String SOME = INSERT_EVENTS.formatted("""
            SELECT unnest(?::bigint[]) AS position, unnest(?::text[]) AS stream_id, unnest(?::text[]) AS stream_type,
                unnest(?::bigint[]) AS sequence, unnest(?::text[]) AS event_id, unnest(?::text[]) AS type,
                unnest(?::text[]) AS revision, unnest(?::bytea[]) AS payload, unnest(?::bytea[]) AS metadata,
                unnest(?::bytea[]) AS salt, unnest(?::bytea[]) AS stream_pseudonym, unnest(?::bytea[]) AS leaf_hash,
                unnest(?::bigint[]) AS recorded_micros, unnest(?::bigint[]) AS occurred_micros""");

    private static final String INSERT_NODES = """
            , nodes AS (
                INSERT INTO ledger_node (level, index, hash)
                SELECT * FROM unnest(?::integer[], ?::bigint[], ?::bytea[])
                WHERE EXISTS (SELECT FROM head))""";

    private static final String INSERT_KEYS = """
            , keyed AS (
                INSERT INTO idempotency_key (key, request_digest, stream_id, first_position, last_position)
                SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[])
                WHERE EXISTS (SELECT FROM head))""";

    private static final String MOVED = " SELECT count(*) FROM head";

    private final Connection connection;
    private final Map<Set<Part>, PreparedStatement> prepared = new HashMap<>();

    StoreStatement(Connection connection) {
        this.connection = connection;
    }

    /** When stored rows reach the disk. */
    enum Flush {
        /** Before the commit returns. */
        WITH_COMMIT,
        /** Some time after the commit. Code that needs the rows to be durable must flush. */
        LATER
    }

    /**
     * Executes the statement in the connection's transaction.
     *
     * @return false if the head is elsewhere; then nothing is stored
     */
    boolean execute(Batch batch, Flush flush) throws SQLException {
        var parts = partsOf(batch, flush);
        @Nullable PreparedStatement statement = prepared.get(parts);
        if (statement == null) {
            statement = connection.prepareStatement(sql(parts));
            prepared.put(parts, statement);
        }
        var next = new Parameters(statement);
        head(next, batch);
        if (parts.contains(Part.ONE_EVENT)) {
            event(next, batch.events().getFirst());
        }
        if (parts.contains(Part.SOME_EVENTS)) {
            events(next, batch.events());
        }
        if (parts.contains(Part.NODES)) {
            nodes(next, batch.frontier().completed());
        }
        if (parts.contains(Part.KEYS)) {
            keys(next, batch.keyed());
        }
        try (var heads = statement.executeQuery()) {
            if (!heads.next() || heads.getInt(1) != 1) {
                return false;
            }
        }
        if (isCopied(batch)) {
            EventCopy.insert(connection, batch.events());
        }
        return true;
    }

    /** Whether storing the batch takes more than one statement, and therefore a transaction around them. */
    static boolean isCopied(Batch batch) {
        return batch.events().size() >= EventCopy.WORTH_COPYING;
    }

    private static Set<Part> partsOf(Batch batch, Flush flush) {
        var parts = EnumSet.noneOf(Part.class);
        if (flush == Flush.LATER) {
            parts.add(Part.FLUSHED_LATER);
        }
        if (batch.events().size() == 1) {
            parts.add(Part.ONE_EVENT);
        } else if (!isCopied(batch)) {
            parts.add(Part.SOME_EVENTS);
        }
        if (!batch.frontier().completed().isEmpty()) {
            parts.add(Part.NODES);
        }
        if (!batch.keyed().isEmpty()) {
            parts.add(Part.KEYS);
        }
        return parts;
    }

    private static String sql(Set<Part> parts) {
        return MOVE_HEAD
                + (parts.contains(Part.FLUSHED_LATER) ? NOT_FLUSHED : "")
                + ")"
                + (parts.contains(Part.ONE_EVENT) ? ONE : "")
                + (parts.contains(Part.SOME_EVENTS) ? SOME : "")
                + (parts.contains(Part.NODES) ? INSERT_NODES : "")
                + (parts.contains(Part.KEYS) ? INSERT_KEYS : "")
                + MOVED;
    }

    private static void head(Parameters next, Batch batch) throws SQLException {
        var frontier = batch.frontier();
        next.number(frontier.size());
        next.bytes(batch.head().rootHash());
        next.bytes(frontier.toBytes());
        next.number(batch.events().getFirst().position());
        next.text(LedgerWriter.CHANNEL);
        next.text(Long.toString(frontier.size()));
    }

    private static void event(Parameters next, PlacedEvent placed) throws SQLException {
        var event = placed.event();
        next.number(placed.position());
        next.text(event.streamId());
        next.text(event.streamType());
        next.number(event.sequence());
        next.text(event.eventId());
        next.text(event.type());
        next.text(event.revision());
        next.bytes(event.payload());
        next.bytes(event.metadata());
        next.bytes(event.salt());
        next.bytes(placed.pseudonym());
        next.bytes(placed.leafHash());
        next.number(PostgresTime.micros(event.recordedAt()));
        next.number(microsOrNull(event.occurredAt()));
    }

    private static void events(Parameters next, List<PlacedEvent> events) throws SQLException {
        next.numbers(events, PlacedEvent::position);
        next.texts(events, placed -> placed.event().streamId());
        next.texts(events, placed -> placed.event().streamType());
        next.numbers(events, placed -> placed.event().sequence());
        next.texts(events, placed -> placed.event().eventId());
        next.texts(events, placed -> placed.event().type());
        next.texts(events, placed -> placed.event().revision());
        next.bytes(events, placed -> placed.event().payload());
        next.bytes(events, placed -> placed.event().metadata());
        next.bytes(events, placed -> placed.event().salt());
        next.bytes(events, PlacedEvent::pseudonym);
        next.bytes(events, PlacedEvent::leafHash);
        next.numbers(events, placed -> PostgresTime.micros(placed.event().recordedAt()));
        next.array(events.stream()
                .map(placed -> microsOrNull(placed.event().occurredAt()))
                .toArray(Long[]::new));
    }

    private static void nodes(Parameters next, List<MerkleFrontier.Node> nodes) throws SQLException {
        next.array(nodes.stream().mapToInt(MerkleFrontier.Node::level).toArray());
        next.numbers(nodes, MerkleFrontier.Node::index);
        next.bytes(nodes, MerkleFrontier.Node::hash);
    }

    private static void keys(Parameters next, List<Batch.PlacedUnit> keyed) throws SQLException {
        next.texts(keyed, placed -> placed.unit().idempotencyKey());
        next.texts(keyed, placed -> placed.unit().requestDigest());
        next.texts(keyed, placed -> placed.unit().first().streamId());
        next.numbers(keyed, placed -> placed.positions().first());
        next.numbers(keyed, placed -> placed.positions().last());
    }

    private static @Nullable Long microsOrNull(@Nullable Instant time) {
        return time == null ? null : PostgresTime.micros(time);
    }

    /** Sets the parameters of a statement, one after the other. */
    private static final class Parameters {

        private final PreparedStatement statement;
        private int last;

        Parameters(PreparedStatement statement) {
            this.statement = statement;
        }

        void number(@Nullable Long value) throws SQLException {
            if (value == null) {
                statement.setNull(++last, Types.BIGINT);
            } else {
                statement.setLong(++last, value);
            }
        }

        void text(@Nullable String value) throws SQLException {
            statement.setString(++last, value);
        }

        void bytes(byte[] value) throws SQLException {
            statement.setBytes(++last, value);
        }

        void array(Object values) throws SQLException {
            statement.setObject(++last, values);
        }

        <T> void numbers(List<T> values, ToLongFunction<T> part) throws SQLException {
            array(values.stream().mapToLong(part).toArray());
        }

        <T> void texts(List<T> values, Function<T, @Nullable String> part) throws SQLException {
            array(values.stream().map(part).toArray(String[]::new));
        }

        <T> void bytes(List<T> values, Function<T, byte[]> part) throws SQLException {
            array(values.stream().map(part).toArray(byte[][]::new));
        }
    }
}

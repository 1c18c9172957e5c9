package org.serviceledger.store.verify;

import static org.serviceledger.store.verify.EventRow.Column.LEAF_HASH;
import static org.serviceledger.store.verify.EventRow.Column.SEQUENCE;
import static org.serviceledger.store.verify.EventRow.Column.STREAM_ID;
import static org.serviceledger.store.verify.EventRow.Column.STREAM_PSEUDONYM;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The last event of each stream that the verifier has passed. Keeps the most recently used streams in memory and
 * queries the database for the others.
 */
final class StreamEnds {

    private static final String LOOK_UP = """
        SELECT event.stream_id, event.sequence, event.position, coalesce(event.leaf_hash, ''),
            coalesce(event.stream_pseudonym, '')
        FROM unnest(?::text[], ?::bigint[]) AS wanted (stream_id, sequence)
        JOIN ledger_event AS event ON event.stream_id = wanted.stream_id AND event.sequence = wanted.sequence\
        """;

    /**
     * What the next event of a stream needs to know of this one. The leaf hash is the stored one; it is verified with
     * the event itself.
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record End(long sequence, long position, byte[] leafHash, byte[] pseudonym) {}

    private final Map<String, End> ends;

    StreamEnds(int remembered) {
        this.ends = new LinkedHashMap<>(1024, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, End> eldest) {
                return size() > remembered;
            }
        };
    }

    /** Fetches the predecessors of these rows, except those that are in memory or among the rows themselves. */
    void prepare(Connection connection, List<EventRow> rows) throws SQLException {
        var seen = new HashSet<String>();
        var streams = new ArrayList<String>();
        var sequences = new ArrayList<Long>();
        for (var row : rows) {
            var stream = row.text(STREAM_ID);
            long sequence = row.number(SEQUENCE);
            if (seen.add(stream) && sequence > 0 && !ends.containsKey(stream)) {
                streams.add(stream);
                sequences.add(sequence - 1);
            }
        }
        if (!streams.isEmpty()) {
            ends.putAll(readable(connection, streams, sequences));
        }
    }

    /** Returns the predecessor by sequence; null for the first event of a stream, or if there is no predecessor. */
    @Nullable End before(Connection connection, String stream, long sequence) throws SQLException {
        var last = ends.get(stream);
        if (sequence == 0 || (last != null && last.sequence() == sequence - 1)) {
            return sequence == 0 ? null : last;
        }
        return readable(connection, List.of(stream), List.of(sequence - 1)).get(stream);
    }

    /** Returns the event of the stream that was passed last; null if it is not in memory. */
    @Nullable End last(String stream) {
        return ends.get(stream);
    }

    void passed(String stream, EventRow row) {
        ends.put(
                stream,
                new End(row.number(SEQUENCE), row.position(), row.binary(LEAF_HASH), row.binary(STREAM_PSEUDONYM)));
    }

    /** Looks up events and leaves out those that PostgreSQL cannot read. */
    private static Map<String, End> readable(Connection connection, List<String> streams, List<Long> sequences)
            throws SQLException {
        try {
            return lookUp(connection, streams, sequences);
        } catch (SQLException e) {
            if (!Damage.isSaidBy(e)) {
                throw e;
            }
            int half = streams.size() / 2;
            if (half == 0) {
                return Map.of();
            }
            var found = new LinkedHashMap<>(readable(connection, streams.subList(0, half), sequences.subList(0, half)));
            found.putAll(readable(
                    connection, streams.subList(half, streams.size()), sequences.subList(half, sequences.size())));
            return found;
        }
    }

    private static Map<String, End> lookUp(Connection connection, List<String> streams, List<Long> sequences)
            throws SQLException {
        var found = new LinkedHashMap<String, End>();
        try (var query = connection.prepareStatement(LOOK_UP)) {
            query.setObject(1, streams.toArray(String[]::new));
            query.setObject(2, sequences.toArray(Long[]::new));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    found.put(
                            rows.getString(1),
                            new End(rows.getLong(2), rows.getLong(3), rows.getBytes(4), rows.getBytes(5)));
                }
            }
        }
        return found;
    }
}

package org.serviceledger.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** Loads streams, with one query for all streams that callers ask for at the same time. */
final class StreamLoader implements AutoCloseable {

    /**
     * The number of concurrent queries. The fewer there are, the more streams share a query. The database also needs
     * processors for other work.
     */
    private static final int FETCHERS = Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, 4);

    private static final int MOST_STREAMS = 64;

    private static final String LOAD = """
            SELECT wanted.number, event.*
            FROM unnest(?::text[], ?::bigint[]) WITH ORDINALITY AS wanted (stream_id, first, number)
            CROSS JOIN LATERAL (
                SELECT %s FROM ledger_event
                WHERE stream_id = wanted.stream_id AND sequence >= wanted.first
                ORDER BY sequence LIMIT ?) AS event
            ORDER BY wanted.number, event.sequence""".formatted(StoredEvent.COLUMNS);

    private final SharedQuery<Wanted, List<StoredEvent>> query;

    private record Wanted(String streamId, long first) {}

    /**
     * @param limit the maximum number of events of one stream that a load returns
     * @param durability loads return durable events only
     */
    StreamLoader(DataSource dataSource, int limit, Durability durability) {
        this.query = new SharedQuery<>(
                dataSource, FETCHERS, MOST_STREAMS, Duration.ZERO, on -> prepared(on, limit, durability));
    }

    /** Returns the events of a stream from a sequence number on, up to the limit. */
    List<StoredEvent> load(String streamId, long firstSequence) {
        try {
            return query.ask(new Wanted(streamId, firstSequence));
        } catch (EventStoreException e) {
            throw new EventStoreException("could not load the stream " + streamId, e);
        }
    }

    @Override
    public void close() {
        query.close();
    }

    private static SharedQuery.Prepared<Wanted, List<StoredEvent>> prepared(
            Connection connection, int limit, Durability durability) throws SQLException {
        var statement = connection.prepareStatement(LOAD);
        return wanted -> {
            var streams = fetch(statement, wanted, limit);
            durability.ensure(connection, sizeSeen(streams));
            return streams;
        };
    }

    private static long sizeSeen(List<List<StoredEvent>> streams) {
        return streams.stream()
                .filter(stream -> !stream.isEmpty())
                .mapToLong(stream -> stream.getLast().position() + 1)
                .max()
                .orElse(0);
    }

    private static List<List<StoredEvent>> fetch(PreparedStatement statement, List<Wanted> wanted, int limit)
            throws SQLException {
        var streams = new ArrayList<List<StoredEvent>>(wanted.size());
        wanted.forEach(_ -> streams.add(new ArrayList<>()));
        statement.setObject(1, wanted.stream().map(Wanted::streamId).toArray(String[]::new));
        statement.setObject(2, wanted.stream().mapToLong(Wanted::first).toArray());
        statement.setInt(3, limit);
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                streams.get(rows.getInt(1) - 1).add(StoredEvent.of(rows, 1));
            }
        }
        return streams;
    }
}

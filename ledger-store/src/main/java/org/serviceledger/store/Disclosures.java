package org.serviceledger.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** Reads events with their salts. The caller decides who may receive them. */
public final class Disclosures {

    private static final String EVENTS = """
            SELECT event.*, previous.leaf_hash AS previous_leaf
            FROM ledger_event AS event
            LEFT JOIN ledger_event AS previous
                ON previous.stream_id = event.stream_id AND previous.sequence = event.sequence - 1
            """;
    private static final String AT = EVENTS + "WHERE event.position = ANY (?) ORDER BY event.position";

    /** Ordered like the index on streams, so that PostgreSQL does not scan the whole ledger for a rare type. */
    private static final String LAST = EVENTS
            + "WHERE event.stream_id = ANY (?) AND event.type = ? ORDER BY event.stream_id DESC, event.sequence DESC LIMIT ?";

    private final DataSource dataSource;
    private final String tenant;

    /**
     * @param tenant the tenant of the ledger, the same as in the engine that wrote it
     */
    public Disclosures(DataSource dataSource, String tenant) {
        this.dataSource = dataSource;
        this.tenant = tenant;
    }

    /**
     * Returns the events at these positions, ordered by position. Throws {@link EventStoreException} if one is missing.
     */
    public List<DisclosedEvent> at(List<Long> positions) {
        var events = events(
                AT, (query, connection) -> query.setArray(1, connection.createArrayOf("bigint", positions.toArray())));
        if (events.size() != positions.stream().distinct().count()) {
            throw new EventStoreException("of %d events at given positions there are %d"
                    .formatted(positions.stream().distinct().count(), events.size()));
        }
        return events;
    }

    /**
     * Returns the last events of one type in these streams, the last event of the last stream first. The ids of the
     * streams must sort in the order of the streams.
     */
    public List<DisclosedEvent> lastOf(List<String> streamIds, String type, int atMost) {
        return events(LAST, (query, connection) -> {
            query.setArray(1, connection.createArrayOf("text", streamIds.toArray()));
            query.setString(2, type);
            query.setInt(3, atMost);
        });
    }

    private interface Parameters {
        void set(PreparedStatement query, Connection connection) throws SQLException;
    }

    private List<DisclosedEvent> events(String sql, Parameters parameters) {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(sql)) {
            parameters.set(query, connection);
            try (var rows = query.executeQuery()) {
                var events = new ArrayList<DisclosedEvent>();
                while (rows.next()) {
                    events.add(DisclosedEvent.of(rows, tenant));
                }
                return events;
            }
        } catch (SQLException e) {
            throw new EventStoreException("could not read events", e);
        }
    }
}

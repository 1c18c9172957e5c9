package org.serviceledger.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** Reads rows of the ledger. */
final class EventReader {

    private static final String AFTER =
            "SELECT " + StoredEvent.COLUMNS + " FROM ledger_event WHERE position > ? ORDER BY position LIMIT ?";
    private static final String LAST_SEQUENCE = "SELECT max(sequence) FROM ledger_event WHERE stream_id = ?";
    private static final String FIRST_RECORDED = "SELECT min(position) FROM ledger_event WHERE recorded_at >= ?";

    private final DataSource dataSource;
    private final Durability durability;

    /**
     * @param durability {@link #after} returns durable events only; the other queries do not flush
     */
    EventReader(DataSource dataSource, Durability durability) {
        this.dataSource = dataSource;
        this.durability = durability;
    }

    List<StoredEvent> after(long position, int limit) {
        return events(AFTER, query -> {
            query.setLong(1, position);
            query.setInt(2, limit);
        });
    }

    Optional<Long> lastSequence(String streamId) {
        var last = number(LAST_SEQUENCE, query -> query.setString(1, streamId));
        return last.isPresent() ? Optional.of(last.getAsLong()) : Optional.empty();
    }

    /** The position of the first event that was recorded at this time or later. */
    OptionalLong firstRecordedFrom(Instant time) {
        return number(FIRST_RECORDED, query -> query.setObject(1, time.atOffset(ZoneOffset.UTC)));
    }

    private interface Parameters {
        void set(PreparedStatement query) throws SQLException;
    }

    private List<StoredEvent> events(String sql, Parameters parameters) {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(sql)) {
            parameters.set(query);
            try (var rows = query.executeQuery()) {
                var events = new ArrayList<StoredEvent>();
                while (rows.next()) {
                    events.add(StoredEvent.of(rows));
                }
                if (!events.isEmpty()) {
                    durability.ensure(connection, events.getLast().position() + 1);
                }
                return events;
            }
        } catch (SQLException e) {
            throw new EventStoreException("could not read events", e);
        }
    }

    private OptionalLong number(String sql, Parameters parameters) {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(sql)) {
            parameters.set(query);
            try (var row = query.executeQuery()) {
                row.next();
                var number = row.getLong(1);
                return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
            }
        } catch (SQLException e) {
            throw new EventStoreException("could not read events", e);
        }
    }
}

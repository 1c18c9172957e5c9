package org.serviceledger.store;

import java.sql.SQLException;
import java.util.Collection;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** Counts events by their wire names, without reading their payloads. */
public final class EventCounts {

    private final DataSource dataSource;

    public EventCounts(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Counts the events that have one of these wire names.
     *
     * @param after the position before the first event that is counted
     * @param upTo the position of the last event that is counted
     */
    public long count(Collection<String> wireNames, long after, long upTo) {
        var sql = "SELECT count(*) FROM ledger_event WHERE position > ? AND position <= ? AND type = ANY (?)";
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, after);
            statement.setLong(2, upTo);
            statement.setArray(3, connection.createArrayOf("text", wireNames.toArray()));
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new EventStoreException("events cannot be counted: " + e.getMessage(), e);
        }
    }
}

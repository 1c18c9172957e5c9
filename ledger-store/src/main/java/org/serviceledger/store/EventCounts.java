package org.serviceledger.store;

import java.sql.SQLException;
import java.util.Collection;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** Counts events by their wire names, without reading what is in them. */
public final class EventCounts {

    private final DataSource dataSource;

    public EventCounts(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * How many events of these names there are.
     *
     * @param after the position before the first that is counted
     * @param upTo the position of the last
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

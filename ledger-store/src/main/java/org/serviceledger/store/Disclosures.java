package org.serviceledger.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** Hands out events with their salts. Who may have them is for the caller to decide. */
public final class Disclosures {

    private static final String AT = """
            SELECT event.*, previous.leaf_hash AS previous_leaf
            FROM ledger_event AS event
            LEFT JOIN ledger_event AS previous
                ON previous.stream_id = event.stream_id AND previous.sequence = event.sequence - 1
            WHERE event.position = ANY (?) ORDER BY event.position""";

    private final DataSource dataSource;
    private final String tenant;

    /** Of the ledger of this tenant, as the engine that wrote it was told. */
    public Disclosures(DataSource dataSource, String tenant) {
        this.dataSource = dataSource;
        this.tenant = tenant;
    }

    /** The events at these positions, in order; throws if one is not there. */
    public List<DisclosedEvent> at(List<Long> positions) {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(AT)) {
            query.setArray(1, connection.createArrayOf("bigint", positions.toArray()));
            try (var rows = query.executeQuery()) {
                var events = new ArrayList<DisclosedEvent>(positions.size());
                while (rows.next()) {
                    events.add(DisclosedEvent.of(rows, tenant));
                }
                if (events.size() != positions.stream().distinct().count()) {
                    throw new EventStoreException("of %d events at given positions there are %d"
                            .formatted(positions.stream().distinct().count(), events.size()));
                }
                return events;
            }
        } catch (SQLException e) {
            throw new EventStoreException("could not read events", e);
        }
    }
}

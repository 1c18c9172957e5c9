package org.serviceledger.store;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** Reads the head of the ledger. */
public final class LedgerHeads {

    private static final String CURRENT = "SELECT size, root FROM ledger_head";

    private final DataSource dataSource;

    public LedgerHeads(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The head as last committed. The last events it counts may not be on disk yet. */
    public LedgerHead current() {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(CURRENT);
                var row = query.executeQuery()) {
            if (!row.next()) {
                throw new EventStoreException("the head of the ledger is missing: the schema is damaged");
            }
            return LedgerHead.of(row.getLong(1), row.getBytes(2));
        } catch (SQLException e) {
            throw new EventStoreException("could not read the head of the ledger", e);
        }
    }
}

package org.serviceledger.store.secret;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** The ledger's key for the hashes that replace short secret codes in read models. */
public final class CodeKey {

    private static final String SELECT = "SELECT key FROM ledger_code_key";

    private CodeKey() {}

    /** Reads the key, which the migration of the schema made. Throws {@link EventStoreException} if it is missing. */
    public static byte[] read(DataSource dataSource) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(SELECT);
                var rows = statement.executeQuery()) {
            if (!rows.next()) {
                throw new EventStoreException("the key of codes is missing from ledger_code_key");
            }
            return rows.getBytes(1);
        } catch (SQLException e) {
            throw new EventStoreException("could not read the key of codes", e);
        }
    }
}

package org.serviceledger.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/**
 * The requests that were carried out under an idempotency key of the client. The key is taken from the metadata
 * {@value #KEY} of the first event of an append, sealed with every event of the append, and stored in the same
 * transaction. A system with several clients puts the client's name in front of the key.
 */
public final class IdempotencyKeys {

    /** The metadata key of the idempotency key. */
    public static final String KEY = "idempotencyKey";

    /** The metadata key of a digest of the whole request. */
    public static final String REQUEST_DIGEST = "requestDigest";

    private static final String FIND = """
            SELECT key, request_digest, stream_id, first_position, last_position
            FROM idempotency_key WHERE key = ANY (?)""";

    private final DataSource dataSource;
    private final Durability durability = new Durability();

    public IdempotencyKeys(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Returns what the first request under this key did; empty if there was none. The events of a returned receipt are
     * durable.
     */
    public Optional<IdempotencyReceipt> find(String key) {
        try (var connection = dataSource.getConnection()) {
            var found = Optional.ofNullable(find(connection, List.of(key)).get(key));
            if (found.isPresent()) {
                durability.ensure(connection, found.get().positions().last() + 1);
            }
            return found;
        } catch (SQLException e) {
            throw new EventStoreException("could not look up an idempotency key", e);
        }
    }

    static Map<String, IdempotencyReceipt> find(Connection connection, Collection<String> keys) throws SQLException {
        var found = new HashMap<String, IdempotencyReceipt>();
        try (var query = connection.prepareStatement(FIND)) {
            query.setObject(1, keys.toArray(String[]::new));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    var receipt = new IdempotencyReceipt(
                            rows.getString(1),
                            Optional.ofNullable(rows.getString(2)),
                            rows.getString(3),
                            new Positions(rows.getLong(4), rows.getLong(5)));
                    found.put(receipt.key(), receipt);
                }
            }
        }
        return found;
    }
}

package org.serviceledger.store.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Reads upper-tile hashes from the database. */
final class Nodes {

    private static final String BETWEEN =
            "SELECT index, hash FROM ledger_node WHERE level = ? AND index >= ? AND index < ?";

    private Nodes() {}

    /** Returns the hashes of a level by index, from {@code from} (inclusive) to {@code to} (exclusive). */
    static Map<Long, byte[]> between(Connection connection, int level, long from, long to) throws SQLException {
        var nodes = new HashMap<Long, byte[]>();
        try (var query = connection.prepareStatement(BETWEEN)) {
            query.setInt(1, level);
            query.setLong(2, from);
            query.setLong(3, to);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    nodes.put(rows.getLong(1), rows.getBytes(2));
                }
            }
        }
        return nodes;
    }
}

package org.serviceledger.store.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * Where the ledger ended when the check began, all as of one moment.
 *
 * @param lastPosition of any row, -1 without rows
 * @param lastNodes the highest index at each level of the upper tiles
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record HeadRow(long size, byte[] root, byte[] frontier, long lastPosition, Map<Integer, Long> lastNodes) {

    private static final String HEAD = """
            SELECT size, root, frontier, (SELECT coalesce(max(position), -1) FROM ledger_event) FROM ledger_head""";

    private static final String LAST_NODES = """
            SELECT wanted.level, last.index FROM generate_series(1, 7) AS wanted (level)
            CROSS JOIN LATERAL (
                SELECT index FROM ledger_node WHERE ledger_node.level = wanted.level
                ORDER BY index DESC LIMIT 1) AS last""";

    static HeadRow read(Connection connection) throws SQLException {
        var isolation = connection.getTransactionIsolation();
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        try (var query = connection.prepareStatement(HEAD);
                var row = query.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("the head of the ledger is missing: the schema is damaged");
            }
            return new HeadRow(row.getLong(1), row.getBytes(2), row.getBytes(3), row.getLong(4), lastNodes(connection));
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
            connection.setTransactionIsolation(isolation);
        }
    }

    private static Map<Integer, Long> lastNodes(Connection connection) throws SQLException {
        var last = new HashMap<Integer, Long>();
        try (var query = connection.prepareStatement(LAST_NODES);
                var rows = query.executeQuery()) {
            while (rows.next()) {
                last.put(rows.getInt(1), rows.getLong(2));
            }
        }
        return last;
    }
}

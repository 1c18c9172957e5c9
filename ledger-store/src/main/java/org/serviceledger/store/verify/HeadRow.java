package org.serviceledger.store.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * Where the ledger ended when the check began, all as of one moment.
 *
 * @param size of a ledger without a head, as many as its rows give
 * @param lastPosition of any row, -1 without rows
 * @param lastNodes the highest index at each level of the upper tiles
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record HeadRow(
        boolean isMissing, long size, byte[] root, byte[] frontier, long lastPosition, Map<Integer, Long> lastNodes) {

    private static final String HEAD = """
            SELECT head IS NULL,
                CASE WHEN head IS NULL THEN least(last.position, 9223372036854775806) + 1 ELSE greatest(head.size, 0) END,
                coalesce(head.root, ''), coalesce(head.frontier, ''), last.position
            FROM (SELECT coalesce(max(position), -1) AS position FROM ledger_event) AS last
            LEFT JOIN ledger_head AS head ON true""";

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
            row.next();
            return new HeadRow(
                    row.getBoolean(1),
                    row.getLong(2),
                    row.getBytes(3),
                    row.getBytes(4),
                    row.getLong(5),
                    lastNodes(connection));
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

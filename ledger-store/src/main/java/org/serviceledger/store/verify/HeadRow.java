package org.serviceledger.store.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.serviceledger.store.log.LogTile;

/**
 * The end of the ledger when the verification began, read in one snapshot.
 *
 * @param isMissing whether the ledger has no head
 * @param size size in the head; without a head, the last position plus one
 * @param lastPosition highest position of any row; -1 without rows
 * @param strayNodes upper-tile hashes that a tree of this size does not have
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record HeadRow(
        boolean isMissing, long size, byte[] root, byte[] frontier, long lastPosition, List<StrayNode> strayNodes) {

    private static final String HEAD = """
        SELECT head IS NULL,
            CASE WHEN head IS NULL THEN least(last.position, 9223372036854775806) + 1 ELSE greatest(head.size, 0) END,
            coalesce(head.root, ''), coalesce(head.frontier, ''), last.position
        FROM (SELECT coalesce(max(position), -1) AS position FROM ledger_event) AS last
        LEFT JOIN ledger_head AS head ON true\
        """;

    /** Used if the last row cannot be read. The damage itself is reported when the rows are read. */
    private static final String HEAD_ALONE = """
        SELECT head IS NULL, coalesce(greatest(head.size, 0), 0), coalesce(head.root, ''), coalesce(head.frontier, ''),
            coalesce(head.size, 0) - 1
        FROM (SELECT 1) AS one LEFT JOIN ledger_head AS head ON true\
        """;

    private static final String STRAY_NODES =
            """
            SELECT stray.level, stray.index FROM generate_series(1, %1$d) AS wanted (level)
            CROSS JOIN LATERAL (
                SELECT level, index FROM ledger_node
                WHERE ledger_node.level = wanted.level AND index >= ?::bigint >> (%2$d * wanted.level)
                UNION ALL
                SELECT level, index FROM ledger_node WHERE ledger_node.level = wanted.level AND index < 0) AS stray
            UNION ALL
            SELECT level, index FROM ledger_node WHERE level < 1 OR level > %1$d
            LIMIT %3$d\
            """.formatted((Long.SIZE - 1) / LogTile.HEIGHT, LogTile.HEIGHT, Verification.MOST_FINDINGS);

    /** An upper-tile hash beyond the tree's end, or at a level or index that no tile has. */
    record StrayNode(int level, long index) {}

    static HeadRow read(Connection connection) throws SQLException {
        try {
            return read(connection, HEAD);
        } catch (SQLException e) {
            if (!Damage.isSaidBy(e)) {
                throw e;
            }
            return read(connection, HEAD_ALONE);
        }
    }

    private static HeadRow read(Connection connection, String head) throws SQLException {
        var isolation = connection.getTransactionIsolation();
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        try (var query = connection.prepareStatement(head);
                var row = query.executeQuery()) {
            row.next();
            return new HeadRow(
                    row.getBoolean(1),
                    row.getLong(2),
                    row.getBytes(3),
                    row.getBytes(4),
                    row.getLong(5),
                    strayNodes(connection, row.getLong(2)));
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
            connection.setTransactionIsolation(isolation);
        }
    }

    private static List<StrayNode> strayNodes(Connection connection, long size) throws SQLException {
        var strays = new ArrayList<StrayNode>();
        try (var query = connection.prepareStatement(STRAY_NODES)) {
            query.setLong(1, size);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    strays.add(new StrayNode(rows.getInt(1), rows.getLong(2)));
                }
            }
        }
        return strays;
    }
}

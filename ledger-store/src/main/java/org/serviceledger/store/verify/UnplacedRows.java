package org.serviceledger.store.verify;

import java.sql.Connection;
import java.sql.SQLException;
import org.serviceledger.store.verify.Finding.OffTheLedger;
import org.serviceledger.store.verify.Finding.Unchecked;

/**
 * Finds rows whose position is negative or null. The scan by position never reaches them, but a client that loads their
 * stream reads them.
 */
final class UnplacedRows {

    private static final String UNPLACED = """
        SELECT coalesce(stream_id, ''), coalesce(sequence, -1), position FROM ledger_event
        WHERE position < 0 OR position IS NULL ORDER BY position, stream_id, sequence LIMIT %d\
        """.formatted(Verification.MOST_FINDINGS);

    private UnplacedRows() {}

    static void check(Connection connection, Findings findings) throws SQLException {
        try (var query = connection.prepareStatement(UNPLACED);
                var row = query.executeQuery()) {
            while (row.next()) {
                findings.add(new OffTheLedger(row.getString(1), row.getLong(2), row.getObject(3, Long.class)));
            }
        } catch (SQLException e) {
            if (!Damage.isSaidBy(e)) {
                throw e;
            }
            findings.add(new Unchecked.OfUnplacedRows(Damage.reason(e)));
        }
    }
}

package org.serviceledger.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Reads the tails of streams. */
final class TailQuery {

    private static final String TAILS = """
            SELECT wanted.stream_id, tail.sequence, tail.leaf_hash, tail.stream_pseudonym
            FROM unnest(?::text[]) AS wanted (stream_id)
            CROSS JOIN LATERAL (
                SELECT sequence, leaf_hash, stream_pseudonym FROM ledger_event
                WHERE stream_id = wanted.stream_id ORDER BY sequence DESC LIMIT 1) AS tail""";

    private final PreparedStatement statement;

    TailQuery(Connection connection) throws SQLException {
        this.statement = connection.prepareStatement(TAILS);
    }

    /** Returns the tails of the streams that exist. */
    Map<String, StreamTail> tails(Collection<String> streams) throws SQLException {
        var found = new HashMap<String, StreamTail>();
        statement.setObject(1, streams.toArray(String[]::new));
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                found.put(rows.getString(1), new StreamTail(rows.getLong(2), rows.getBytes(3), rows.getBytes(4)));
            }
        }
        return found;
    }
}

package org.serviceledger.store.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.util.ByteConverter;

/** Reads rows of the ledger as fast as PostgreSQL sends them: by COPY in binary, nothing of them unpacked. */
final class EventRows {

    /** Signature, flags, and the length of an extension that is always empty. */
    private static final int HEADER_BYTES = 19;

    private static final short END = -1;

    private EventRows() {}

    /** The rows from this position to before that one. */
    static List<EventRow> between(Connection connection, long from, long to) throws SQLException {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut("""
                COPY (SELECT position, sequence, stream_id, stream_type, event_id, type, revision, salt, payload, metadata,
                    stream_pseudonym, leaf_hash, recorded_at, occurred_at
                    FROM ledger_event WHERE position >= %d AND position < %d ORDER BY position)
                TO STDOUT (FORMAT binary)""".formatted(from, to));
        var rows = new ArrayList<EventRow>((int) (to - from));
        boolean isFirst = true;
        for (byte @Nullable [] sent = copy.readFromCopy(); sent != null; sent = copy.readFromCopy()) {
            int start = isFirst ? HEADER_BYTES : 0;
            isFirst = false;
            if (ByteConverter.int2(sent, start) != END) {
                rows.add(new EventRow(sent, start)); // the server sends one row in each message
            }
        }
        return rows;
    }
}

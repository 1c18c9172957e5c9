package org.serviceledger.store.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.util.ByteConverter;
import org.serviceledger.store.verify.Finding.Unreadable;

/**
 * Reads rows of the ledger with binary COPY, without decoding them, as fast as PostgreSQL sends them. Where PostgreSQL
 * cannot read, the reader bisects the range until only the damaged rows are left out.
 */
final class EventRows {

    /**
     * Length of the binary COPY header: signature, flags and the length of the extension area, which is always empty.
     */
    private static final int HEADER_BYTES = 19;

    private static final short END = -1;

    private final Connection connection;
    private final List<EventRow> rows = new ArrayList<>();
    private final List<Unreadable> unreadable = new ArrayList<>();

    private EventRows(Connection connection) {
        this.connection = connection;
    }

    /** Reads the rows from {@code from} (inclusive) to {@code to} (exclusive). */
    static EventRows between(Connection connection, long from, long to) throws SQLException {
        var read = new EventRows(connection);
        try {
            read.rows.addAll(read.copied(from, to));
        } catch (SQLException e) {
            read.around(e, from, to);
        }
        return read;
    }

    List<EventRow> rows() {
        return rows;
    }

    List<Unreadable> unreadable() {
        return unreadable;
    }

    /**
     * Reads the readable rows of a damaged range. Allows index scans only, so that PostgreSQL visits no page without
     * requested rows.
     */
    private void around(SQLException failure, long from, long to) throws SQLException {
        if (!Damage.isSaidBy(failure)) {
            throw failure;
        }
        try (var settings = connection.createStatement()) {
            settings.execute("SET enable_seqscan = off; SET enable_bitmapscan = off");
            halve(failure, from, to);
            settings.execute("RESET enable_seqscan; RESET enable_bitmapscan");
        }
    }

    private void halve(SQLException failure, long from, long to) throws SQLException {
        if (to - from == 1) {
            note(from, Damage.reason(failure));
            return;
        }
        long middle = (from + to) >>> 1;
        read(from, middle);
        read(middle, to);
    }

    private void read(long from, long to) throws SQLException {
        try {
            rows.addAll(copied(from, to));
        } catch (SQLException e) {
            if (!Damage.isSaidBy(e)) {
                throw e;
            }
            halve(e, from, to);
        }
    }

    private void note(long position, String reason) {
        if (!unreadable.isEmpty()) {
            var last = unreadable.getLast();
            if (last.last() == position - 1 && last.reason().equals(reason)) {
                unreadable.set(unreadable.size() - 1, new Unreadable(last.first(), position, reason));
                return;
            }
        }
        unreadable.add(new Unreadable(position, position, reason));
    }

    private List<EventRow> copied(long from, long to) throws SQLException {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut("""
            COPY (SELECT position, sequence, stream_id, stream_type, event_id, type, revision, salt, payload, metadata,
                stream_pseudonym, leaf_hash, recorded_at, occurred_at
                FROM ledger_event WHERE position >= %d AND position < %d ORDER BY position)
            TO STDOUT (FORMAT binary)\
            """.formatted(from, to));
        var copied = new ArrayList<EventRow>((int) (to - from));
        boolean isFirst = true;
        for (byte @Nullable [] sent = copy.readFromCopy(); sent != null; sent = copy.readFromCopy()) {
            int start = isFirst ? HEADER_BYTES : 0;
            isFirst = false;
            if (ByteConverter.int2(sent, start) != END) {
                copied.add(new EventRow(sent, start)); // the server sends one row in each message
            }
        }
        return copied;
    }
}

package org.serviceledger.store.verify;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.serviceledger.store.verify.Finding.ReceiptAstray;

/** Checks that each idempotency receipt points at events of the stream it names. */
final class Receipts {

    private static final String NEXT = """
            SELECT receipt.key, receipt.stream_id, receipt.first_position, receipt.last_position,
                first.stream_id AS first_stream, last.position IS NOT NULL AS has_last
            FROM idempotency_key AS receipt
            LEFT JOIN ledger_event AS first ON first.position = receipt.first_position
            LEFT JOIN ledger_event AS last ON last.position = receipt.last_position
            WHERE receipt.key > ? ORDER BY receipt.key LIMIT 10000""";

    private final Findings findings;
    private long checked;

    private Receipts(Findings findings) {
        this.findings = findings;
    }

    /** Checks them all; tells how many there are. */
    static long check(Connection connection, Findings findings) throws SQLException {
        var receipts = new Receipts(findings);
        var last = "";
        try (var query = connection.prepareStatement(NEXT)) {
            for (@Nullable String next = last; next != null; ) {
                query.setString(1, next);
                next = receipts.check(query.executeQuery());
            }
        }
        return receipts.checked;
    }

    private @Nullable String check(ResultSet rows) throws SQLException {
        @Nullable String last = null;
        try (rows) {
            while (rows.next()) {
                checked++;
                last = rows.getString("key");
                check(last, rows);
            }
        }
        return last;
    }

    private void check(String key, ResultSet row) throws SQLException {
        long first = row.getLong("first_position");
        long last = row.getLong("last_position");
        @Nullable String firstStream = row.getString("first_stream");
        if (last < first) {
            astray(
                    key,
                    "it ends before it begins, at positions %d and %d".formatted(first, last),
                    "止于位置 %d，早于起始位置 %d".formatted(last, first));
        } else if (firstStream == null || !row.getBoolean("has_last")) {
            long missing = firstStream == null ? first : last;
            astray(
                    key,
                    "there is no event at position %d, which it says belongs to %s"
                            .formatted(missing, row.getString("stream_id")),
                    "所指位置 %d（%s）没有事件".formatted(missing, row.getString("stream_id")));
        } else if (!firstStream.equals(row.getString("stream_id"))) {
            astray(
                    key,
                    "the event at position %d belongs to %s, not to %s"
                            .formatted(first, firstStream, row.getString("stream_id")),
                    "位置 %d 的事件属于 %s，而非 %s".formatted(first, firstStream, row.getString("stream_id")));
        }
    }

    private void astray(String key, String problem, String chinese) {
        findings.add(new ReceiptAstray(key, problem, chinese));
    }
}

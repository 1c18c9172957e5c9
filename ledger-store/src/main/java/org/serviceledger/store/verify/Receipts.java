package org.serviceledger.store.verify;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.serviceledger.store.verify.Finding.ReceiptAstray;
import org.serviceledger.store.verify.Finding.Unchecked;

/**
 * Checks that each idempotency receipt says what is sealed with the events it points at. All events of a request, and no
 * others, say which it was: so the first and the last of them tell, and those beside them.
 */
final class Receipts {

    private static final String FROM = ">=";
    private static final String AFTER = ">";
    private static final int MOST = 4000;

    private final LongPredicate isKnown;
    private final Findings findings;
    private long checked;
    private long unreadable;
    private String reason = "";

    private Receipts(LongPredicate isKnown, Findings findings) {
        this.isKnown = isKnown;
        this.findings = findings;
    }

    /** Checks them all but against events that are known to be changed; tells how many there are. */
    static long check(Connection connection, LongPredicate isKnown, Findings findings) throws SQLException {
        var receipts = new Receipts(isKnown, findings);
        @Nullable String last = receipts.check(connection, FROM, "");
        while (last != null) {
            last = receipts.check(connection, AFTER, last);
        }
        if (receipts.unreadable > 0) {
            findings.add(new Unchecked(
                    "%d receipts".formatted(receipts.unreadable),
                    "%d 个幂等回执".formatted(receipts.unreadable),
                    receipts.reason));
        }
        return receipts.checked;
    }

    /** Some receipts in the order of their keys; answers with the last of these, null if there were none. */
    private @Nullable String check(Connection connection, String comparison, String key) throws SQLException {
        try {
            return check(connection, comparison, key, MOST);
        } catch (SQLException e) {
            mustBeDamage(e);
        }
        try {
            return check(connection, comparison, key, 1);
        } catch (SQLException e) {
            mustBeDamage(e);
            unreadable++;
            reason = Damage.reason(e);
        }
        try (var query = connection.prepareStatement(
                "SELECT key FROM idempotency_key WHERE key %s ? ORDER BY key LIMIT 1".formatted(comparison))) {
            query.setString(1, key);
            try (var row = query.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }

    private @Nullable String check(Connection connection, String comparison, String key, int most) throws SQLException {
        @Nullable String last = null;
        try (var query = connection.prepareStatement(receipts(comparison))) {
            query.setString(1, key);
            query.setInt(2, most);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    checked++;
                    last = rows.getString("key");
                    check(last, rows);
                }
            }
        }
        return last;
    }

    private static String receipts(String comparison) {
        return """
            SELECT receipt.key, receipt.request_digest, receipt.stream_id, receipt.first_position, receipt.last_position,
                first.stream_id AS first_stream, before.metadata AS before, first.metadata AS first,
                last.metadata AS last, behind.metadata AS behind
            FROM idempotency_key AS receipt
            LEFT JOIN ledger_event AS first ON first.position = receipt.first_position
            LEFT JOIN ledger_event AS last ON last.position = receipt.last_position
            LEFT JOIN ledger_event AS before ON before.position = greatest(receipt.first_position, 0) - 1
            LEFT JOIN ledger_event AS behind ON behind.position = least(receipt.last_position, 9223372036854775806) + 1
            WHERE receipt.key %s ? ORDER BY receipt.key LIMIT ?\
            """.formatted(comparison);
    }

    private static void mustBeDamage(SQLException e) throws SQLException {
        if (!Damage.isSaidBy(e)) {
            throw e;
        }
    }

    private void check(String key, ResultSet row) throws SQLException {
        long first = row.getLong("first_position");
        long last = row.getLong("last_position");
        byte @Nullable [] firstMetadata = row.getBytes("first");
        byte @Nullable [] lastMetadata = row.getBytes("last");
        @Nullable String firstStream = row.getString("first_stream");
        if (last < first) {
            astray(
                    key,
                    "it ends before it begins, at positions %d and %d".formatted(first, last),
                    "止于位置 %d，早于起始位置 %d".formatted(last, first));
        } else if (firstMetadata == null || lastMetadata == null) {
            long missing = firstMetadata == null ? first : last;
            astray(
                    key,
                    "there is no event at position %d, which it says belongs to %s"
                            .formatted(missing, row.getString("stream_id")),
                    "所指位置 %d（%s）没有事件".formatted(missing, row.getString("stream_id")));
        } else if (!Objects.equals(firstStream, row.getString("stream_id"))) {
            astray(
                    key,
                    "the event at position %d belongs to %s, not to %s"
                            .formatted(first, firstStream, row.getString("stream_id")),
                    "位置 %d 的事件属于 %s，而非 %s".formatted(first, firstStream, row.getString("stream_id")));
        } else if (!isKnown.test(first) && !isKnown.test(last)) {
            compare(key, row, new Ends(first, SealedRequest.in(firstMetadata), last, SealedRequest.in(lastMetadata)));
        }
    }

    /** The first and the last event a receipt points at, and which requests these say they were recorded for. */
    private record Ends(long first, SealedRequest ofFirst, long last, SealedRequest ofLast) {

        long lackingKey(String key) {
            return ofFirst.isUnder(key) ? last : first;
        }
    }

    private void compare(String key, ResultSet row, Ends ends) throws SQLException {
        if (!ends.ofFirst().isUnder(key) || !ends.ofLast().isUnder(key)) {
            astray(
                    key,
                    "the event at position %d was not recorded for the request".formatted(ends.lackingKey(key)),
                    "位置 %d 的事件并非因该请求而记".formatted(ends.lackingKey(key)));
        } else if (!Objects.equals(ends.ofFirst().digest(), row.getString("request_digest"))) {
            astray(
                    key,
                    "its digest of the request is not the one sealed with the event at position %d"
                            .formatted(ends.first()),
                    "请求摘要与位置 %d 的事件中所封存的不符".formatted(ends.first()));
        } else if (SealedRequest.in(row.getBytes("before")).isUnder(key)) {
            astray(
                    key,
                    "it begins at position %d, and the event before it was recorded for the request too"
                            .formatted(ends.first()),
                    "起于位置 %d，而其前一事件也因该请求而记".formatted(ends.first()));
        } else if (SealedRequest.in(row.getBytes("behind")).isUnder(key)) {
            astray(
                    key,
                    "it ends at position %d, and the event behind it was recorded for the request too"
                            .formatted(ends.last()),
                    "止于位置 %d，而其后一事件也因该请求而记".formatted(ends.last()));
        }
    }

    private void astray(String key, String problem, String chinese) {
        findings.add(new ReceiptAstray(key, problem, chinese));
    }
}

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
 * Checks that each idempotency receipt agrees with the sealed metadata of the events it names. Exactly the events of a
 * request carry its key. It therefore suffices to check the first and the last event and the two adjacent ones.
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

    /**
     * Checks all receipts, but compares none with an event known to be changed. Returns the number of receipts.
     *
     * @param isKnown whether the event at a position is known to be changed
     */
    static long check(Connection connection, LongPredicate isKnown, Findings findings) throws SQLException {
        var receipts = new Receipts(isKnown, findings);
        @Nullable String last = receipts.check(connection, FROM, "");
        while (last != null) {
            last = receipts.check(connection, AFTER, last);
        }
        if (receipts.unreadable > 0) {
            findings.add(new Unchecked.OfReceipts(receipts.unreadable, receipts.reason));
        }
        return receipts.checked;
    }

    /**
     * Checks the next receipts in order of key. If PostgreSQL cannot read them, it tries a single receipt and skips
     * that if it is damaged. Returns the last key, or null if there are no more receipts.
     */
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
            findings.add(new ReceiptAstray.Backwards(key, first, last));
        } else if (firstMetadata == null || lastMetadata == null) {
            long missing = firstMetadata == null ? first : last;
            findings.add(new ReceiptAstray.OfNoEvent(key, missing, row.getString("stream_id")));
        } else if (!Objects.equals(firstStream, row.getString("stream_id"))) {
            findings.add(new ReceiptAstray.OfOtherStream(key, first, firstStream, row.getString("stream_id")));
        } else if (!isKnown.test(first) && !isKnown.test(last)) {
            compare(key, row, new Ends(first, SealedRequest.in(firstMetadata), last, SealedRequest.in(lastMetadata)));
        }
    }

    /** The first and the last event that a receipt names, and the requests they were recorded for. */
    private record Ends(long first, SealedRequest ofFirst, long last, SealedRequest ofLast) {

        long lackingKey(String key) {
            return ofFirst.isUnder(key) ? last : first;
        }
    }

    private void compare(String key, ResultSet row, Ends ends) throws SQLException {
        if (!ends.ofFirst().isUnder(key) || !ends.ofLast().isUnder(key)) {
            findings.add(new ReceiptAstray.OfOtherRequest(key, ends.lackingKey(key)));
        } else if (!Objects.equals(ends.ofFirst().digest(), row.getString("request_digest"))) {
            findings.add(new ReceiptAstray.DigestDiffers(key, ends.first()));
        } else if (SealedRequest.in(row.getBytes("before")).isUnder(key)) {
            findings.add(new ReceiptAstray.BeginsLate(key, ends.first()));
        } else if (SealedRequest.in(row.getBytes("behind")).isUnder(key)) {
            findings.add(new ReceiptAstray.EndsEarly(key, ends.last()));
        }
    }
}

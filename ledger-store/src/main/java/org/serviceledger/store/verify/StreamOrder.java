package org.serviceledger.store.verify;

import static org.serviceledger.store.verify.EventRow.Column.SEQUENCE;
import static org.serviceledger.store.verify.EventRow.Column.STREAM_ID;
import static org.serviceledger.store.verify.EventRow.Column.STREAM_PSEUDONYM;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.serviceledger.store.log.Sha256;
import org.serviceledger.store.verify.Finding.StreamBroken;
import org.serviceledger.store.verify.StreamEnds.End;
import org.serviceledger.store.verify.Stretch.Place;

/** Follows the streams through the ledger: determines the predecessor of each event, and whether the order is valid. */
final class StreamOrder {

    /**
     * A row that is out of order.
     *
     * @param other the position of the event that it conflicts with
     */
    private record Break(StreamBroken finding, long other) {}

    /** A row whose predecessor in its stream is missing. */
    record Orphan(EventName event) {

        StreamPlace predecessor() {
            return new StreamPlace(event.stream(), event.sequence() - 1);
        }
    }

    private final Connection connection;
    private final StreamEnds ends;
    private final MessageDigest sha256 = Sha256.digest();
    private final List<Break> breaks = new ArrayList<>();
    private final List<Orphan> orphans = new ArrayList<>();
    private final TreeSet<Long> otherPseudonyms = new TreeSet<>();

    StreamOrder(Connection connection, int remembered) {
        this.connection = connection;
        this.ends = new StreamEnds(remembered);
    }

    /** Sets the place of each row of a stretch. Called in order of the ledger. */
    void place(Stretch stretch) throws SQLException {
        ends.prepare(connection, stretch.rows());
        for (var row : stretch.rows()) {
            stretch.place(place(row));
        }
    }

    private Place place(EventRow row) throws SQLException {
        var stream = row.text(STREAM_ID);
        long sequence = row.number(SEQUENCE);
        @Nullable End last = ends.last(stream);
        @Nullable End before = ends.before(connection, stream, sequence);
        ends.passed(stream, row);
        if (sequence > 0 && before == null) {
            keep(orphans, new Orphan(row.name()));
            return new Place(row.binary(STREAM_PSEUDONYM), null, -1, true);
        }
        mustFollow(row, sequence, last, before);
        var pseudonym = before == null ? row.pseudonym(sha256) : before.pseudonym();
        if (!row.holds(STREAM_PSEUDONYM, pseudonym)) {
            otherPseudonyms.add(row.position());
        }
        return before == null
                ? new Place(pseudonym, null, -1, false)
                : new Place(pseudonym, before.leafHash(), before.position(), false);
    }

    private void mustFollow(EventRow row, long sequence, @Nullable End last, @Nullable End before) {
        if (before != null && before.position() > row.position()) {
            keep(
                    breaks,
                    new Break(
                            new StreamBroken.BeforeEarlier(row.name(), sequence - 1, before.position()),
                            before.position()));
        } else if (last != null && last.position() < row.position() && last.sequence() >= sequence) {
            keep(
                    breaks,
                    new Break(
                            new StreamBroken.BehindLater(row.name(), last.sequence(), last.position()),
                            last.position()));
        }
    }

    /**
     * Returns whether the row's pseudonym differs from that of its predecessor or, for the first event of a stream,
     * from the one its salt yields.
     */
    boolean hasOtherPseudonym(long position) {
        return otherPseudonyms.contains(position);
    }

    /**
     * Returns the positions from {@code from} (inclusive) to {@code to} (exclusive) with a different pseudonym, see
     * {@link #hasOtherPseudonym}.
     */
    List<Long> otherPseudonyms(long from, long to) {
        return List.copyOf(otherPseudonyms.subSet(from, to));
    }

    List<Orphan> orphans() {
        return orphans;
    }

    /** Returns the rows that are out of order, except conflicts in which either event is already known to be wrong. */
    List<StreamBroken> broken(LongPredicate isKnown) {
        return breaks.stream()
                .filter(each -> !isKnown.test(each.other())
                        && !isKnown.test(each.finding().event().position()))
                .map(Break::finding)
                .toList();
    }

    private static <T> void keep(List<T> kept, T more) {
        if (kept.size() < Verification.MOST_FINDINGS) {
            kept.add(more);
        }
    }
}

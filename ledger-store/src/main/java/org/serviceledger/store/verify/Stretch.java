package org.serviceledger.store.verify;

import static org.serviceledger.store.verify.EventRow.Column.LEAF_HASH;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.serviceledger.store.log.LogTile;
import org.serviceledger.store.log.Sha256;
import org.serviceledger.store.verify.Finding.Unreadable;

/**
 * A range of {@value #POSITIONS} positions or fewer, verified in three steps: any thread reads the rows and hashes
 * their content; one thread finds, in order of the ledger, what each row follows in its stream; any thread derives the
 * leaves.
 */
final class Stretch {

    /** A whole number of tiles, so that each stretch can compute its upper-tile hashes independently. */
    static final int POSITIONS = 16 * LogTile.FULL;

    /**
     * What a row follows in its stream.
     *
     * @param pseudonym pseudonym of the stream
     * @param previousLeaf stored leaf hash of the previous event; null if there is none
     * @param previousPosition position of the previous event; -1 if there is none
     * @param isLost whether the previous event is missing, so that the leaf cannot be derived
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Place(byte[] pseudonym, byte @Nullable [] previousLeaf, long previousPosition, boolean isLost) {}

    private final long from;
    private final long to;
    private final List<EventRow> rows;
    private final List<Unreadable> unreadable;
    private final Map<Long, byte[]> nodes;
    private final byte[][] commitments;
    private final List<Place> places = new ArrayList<>();
    private final List<Tile> tiles = new ArrayList<>();
    private final List<Suspect> suspects = new ArrayList<>();
    private long leafBytes;
    private long hashingNanos;

    private Stretch(long from, long to, EventRows read, Map<Long, byte[]> nodes) {
        this.from = from;
        this.to = to;
        this.rows = read.rows();
        this.unreadable = read.unreadable();
        this.nodes = nodes;
        var sha256 = Sha256.digest();
        this.commitments = rows.stream().map(row -> row.commitment(sha256)).toArray(byte[][]::new);
    }

    /** Reads the rows from {@code from} (inclusive) to {@code to} (exclusive) and hashes their content. */
    static Stretch read(DataSource dataSource, long from, long to) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return new Stretch(
                    from,
                    to,
                    EventRows.between(connection, from, to),
                    Nodes.between(connection, 1, from / LogTile.FULL, to / LogTile.FULL));
        }
    }

    List<EventRow> rows() {
        return rows;
    }

    /** Returns the ranges that PostgreSQL cannot read. {@link #rows} has no rows in them. */
    List<Unreadable> unreadable() {
        return unreadable;
    }

    EventRow row(long position) {
        return rows.stream()
                .filter(row -> row.position() == position)
                .findFirst()
                .orElseThrow();
    }

    long from() {
        return from;
    }

    long to() {
        return to;
    }

    /** Sets the place of the next row. Called once for each row, in their order. */
    void place(Place place) {
        places.add(place);
    }

    /** Derives the leaves. Every row must have its place. */
    Stretch derive(String tenant) {
        long began = System.nanoTime();
        var writer = new LeafWriter(tenant);
        var derived = new byte[(int) (to - from)][];
        var stored = new byte[derived.length][];
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            int slot = (int) (row.position() - from);
            stored[slot] = row.binary(LEAF_HASH);
            derived[slot] = stored[slot];
            var place = places.get(i);
            if (!place.isLost()) {
                var leaf = writer.hash(row, commitments[i], place.pseudonym(), place.previousLeaf(), row.position());
                derived[slot] = leaf;
                if (!row.holds(LEAF_HASH, leaf)) {
                    suspects.add(new Suspect(row, commitments[i], place, leaf));
                }
            }
        }
        leafBytes = writer.hashed();
        cut(derived, stored);
        hashingNanos += System.nanoTime() - began;
        return this;
    }

    private void cut(byte[][] derived, byte[][] stored) {
        for (int at = 0; at < derived.length; at += LogTile.FULL) {
            tiles.add(Tile.of(from + at, at, derived, stored, nodes.get((from + at) / LogTile.FULL)));
        }
    }

    List<Tile> tiles() {
        return tiles;
    }

    List<Suspect> suspects() {
        return suspects;
    }

    long contentBytes() {
        return rows.stream().mapToLong(EventRow::contentBytes).sum();
    }

    long leafBytes() {
        return leafBytes;
    }

    /** Returns the time spent on deriving and hashing leaves, in nanoseconds. */
    long hashingNanos() {
        return hashingNanos;
    }
}

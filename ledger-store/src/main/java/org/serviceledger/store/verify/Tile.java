package org.serviceledger.store.verify;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.serviceledger.store.log.LogTile;
import org.serviceledger.store.log.Sha256;

/**
 * The leaves of one tile: 256, or fewer at the end of the log.
 *
 * @param first position of the first leaf
 * @param derived leaf hashes derived from the rows; null where there is no row
 * @param stored leaf hashes stored in the rows
 * @param node upper-tile hash over all leaves, if there is one
 * @param root computed hash over the derived leaves, if there are 256
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Tile(long first, byte[][] derived, byte[][] stored, byte @Nullable [] node, byte @Nullable [] root) {

    static Tile of(long first, int at, byte[][] derived, byte[][] stored, byte @Nullable [] node) {
        int end = Math.min(derived.length, at + LogTile.FULL);
        var leaves = Arrays.copyOfRange(derived, at, end);
        return new Tile(first, leaves, Arrays.copyOfRange(stored, at, end), node, root(leaves));
    }

    int width() {
        return derived.length;
    }

    /** Returns the position after the last leaf. */
    long end() {
        return first + width();
    }

    boolean isFull() {
        return width() == LogTile.FULL;
    }

    boolean isWhole() {
        return Stream.of(derived).allMatch(leaf -> leaf != null);
    }

    /** Returns the tile with the stored leaf hashes at these positions. */
    Tile withStored(Set<Long> positions) {
        if (positions.stream().noneMatch(position -> position >= first && position < end())) {
            return this;
        }
        var leaves = derived.clone();
        for (int i = 0; i < leaves.length; i++) {
            if (positions.contains(first + i)) {
                leaves[i] = stored[i];
            }
        }
        return with(leaves);
    }

    /** Returns the tile with other leaves in place of the derived ones. */
    Tile with(byte[][] leaves) {
        return new Tile(first, leaves, stored, node, root(leaves));
    }

    private static byte @Nullable [] root(byte[][] leaves) {
        return leaves.length == LogTile.FULL && Stream.of(leaves).allMatch(leaf -> leaf != null)
                ? Frontier.over(Sha256.digest(), leaves)
                : null;
    }
}

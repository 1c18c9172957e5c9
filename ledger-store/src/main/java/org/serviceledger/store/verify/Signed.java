package org.serviceledger.store.verify;

import java.util.List;

/** A root hash of the ledger at some size, according to a checkpoint or the head. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Signed(Source which, long size, byte[] root) {

    /** Returns whether the source is the head, which is not signed. */
    boolean isHead() {
        return which instanceof Source.Head;
    }

    /** Returns whether this root matches the tree that results from appending leaves of the tile to {@code before}. */
    boolean isOver(Frontier before, Tile tile) {
        return !new SignedRoots(List.of(this)).fitting(before, tile).isEmpty();
    }
}

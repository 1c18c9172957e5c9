package org.serviceledger.store.verify;

import java.util.List;

/** A root that the ledger had at a size, as something besides the events says: a checkpoint, or the head. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Signed(Source which, long size, byte[] root) {

    /** Whether it is the head, which nobody signed. */
    boolean isHead() {
        return which instanceof Source.Head;
    }

    /** Whether it was signed over the tree before this tile and the tile. */
    boolean isOver(Frontier before, Tile tile) {
        return !new SignedRoots(List.of(this)).fitting(before, tile).isEmpty();
    }
}

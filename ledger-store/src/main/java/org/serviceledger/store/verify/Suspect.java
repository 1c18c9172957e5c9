package org.serviceledger.store.verify;

import static org.serviceledger.store.verify.EventRow.Column.LEAF_HASH;
import static org.serviceledger.store.verify.EventRow.Column.STREAM_PSEUDONYM;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.serviceledger.store.verify.Finding.Altered;
import org.serviceledger.store.verify.Finding.Part;
import org.serviceledger.store.verify.Finding.Unlinked;
import org.serviceledger.store.verify.Stretch.Place;

/** A row whose derived leaf hash differs from the stored one, with the inputs of the derivation. */
final class Suspect {

    private final EventRow row;
    private final byte[] commitment;
    private final Place place;
    private final byte[] derived;
    private Part part = Part.UNKNOWN;

    Suspect(EventRow row, byte[] commitment, Place place, byte[] derived) {
        this.row = row;
        this.commitment = commitment;
        this.place = place;
        this.derived = derived;
    }

    long position() {
        return row.position();
    }

    EventName name() {
        return row.name();
    }

    byte[] derived() {
        return derived;
    }

    byte[] stored() {
        return row.binary(LEAF_HASH);
    }

    /** Returns the finding for a row that was recorded at this position. */
    Finding finding() {
        return part == Part.UNKNOWN && place.previousLeaf() != null
                ? new Unlinked(name(), place.previousPosition())
                : new Altered(name(), part);
    }

    void isOtherIn(Part differing) {
        part = differing;
    }

    /**
     * Returns whether the stored leaf hash is correct for the row's own pseudonym, and that pseudonym differs from the
     * stream's.
     */
    boolean fitsItsOwnPseudonym(LeafWriter leaves) {
        var own = row.binary(STREAM_PSEUDONYM);
        return !Arrays.equals(own, place.pseudonym())
                && row.holds(LEAF_HASH, leaves.hash(row, commitment, own, place.previousLeaf(), position()));
    }

    /** Returns whether the stored leaf hash is correct if the previous event of the stream has the given leaf hash. */
    boolean fitsAfter(byte[] leafBefore, LeafWriter leaves) {
        return row.holds(LEAF_HASH, leaves.hash(row, commitment, place.pseudonym(), leafBefore, position()));
    }

    /**
     * Returns whether the event was recorded at the given position. Its leaf for that position then equals its own
     * stored leaf hash, or the one stored at that position.
     */
    boolean wasAt(long position, byte @Nullable [] leafThere, LeafWriter leaves) {
        var leaf = leaves.hash(row, commitment, place.pseudonym(), place.previousLeaf(), position);
        return row.holds(LEAF_HASH, leaf) || Arrays.equals(leaf, leafThere);
    }
}

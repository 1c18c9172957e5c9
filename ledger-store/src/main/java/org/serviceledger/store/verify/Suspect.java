package org.serviceledger.store.verify;

import static org.serviceledger.store.verify.EventRow.Column.LEAF_HASH;
import static org.serviceledger.store.verify.EventRow.Column.STREAM_PSEUDONYM;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.serviceledger.store.verify.Finding.Altered;
import org.serviceledger.store.verify.Finding.Part;
import org.serviceledger.store.verify.Finding.Unlinked;
import org.serviceledger.store.verify.Stretch.Place;

/** A row that does not give its leaf hash, and what its leaf was derived from. */
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

    /** What is wrong with it, unless it was recorded elsewhere. */
    Finding finding() {
        return part == Part.UNKNOWN && place.previousLeaf() != null
                ? new Unlinked(name(), place.previousPosition())
                : new Altered(name(), part);
    }

    void isOtherIn(Part differing) {
        part = differing;
    }

    /** Whether the leaf hash beside the row is right but for the stream's pseudonym, which then is the row's own. */
    boolean fitsItsOwnPseudonym(LeafWriter leaves) {
        var own = row.binary(STREAM_PSEUDONYM);
        return !Arrays.equals(own, place.pseudonym())
                && row.holds(LEAF_HASH, leaves.hash(row, commitment, own, place.previousLeaf(), position()));
    }

    /** Whether the leaf hash beside the row is right if the event before it in its stream has this one. */
    boolean fitsAfter(byte[] leafBefore, LeafWriter leaves) {
        return row.holds(LEAF_HASH, leaves.hash(row, commitment, place.pseudonym(), leafBefore, position()));
    }

    /** Whether the event was recorded at that position: with the leaf hash it has now, or with the one that is there. */
    boolean wasAt(long position, byte @Nullable [] leafThere, LeafWriter leaves) {
        var leaf = leaves.hash(row, commitment, place.pseudonym(), place.previousLeaf(), position);
        return row.holds(LEAF_HASH, leaf) || Arrays.equals(leaf, leafThere);
    }
}

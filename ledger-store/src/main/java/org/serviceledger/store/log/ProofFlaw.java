package org.serviceledger.store.log;

import org.serviceledger.words.Sentence;

/** Why a Merkle proof is invalid. */
public sealed interface ProofFlaw extends Sentence {

    /** The tree of this size has no leaf with this index. */
    record NoSuchLeaf(long index, long size) implements ProofFlaw {}

    /** The size of the smaller tree is negative, or larger than that of the larger tree. */
    record NoBeginning(long smaller, long larger) implements ProofFlaw {}

    /** The smaller tree is empty, so there is nothing to prove. */
    record OfNothing() implements ProofFlaw {}

    /** The proof has too many hashes. */
    record TooLong() implements ProofFlaw {}

    /** The proof has too few hashes. */
    record TooShort() implements ProofFlaw {}

    /** The hashes lead to another root than the expected one. */
    record OtherRoot(Root root) implements ProofFlaw {}

    /** Which of a proof's expected roots does not match. */
    enum Root {
        /** The root of an inclusion proof, or of a consistency proof between equal sizes. */
        ONLY,
        SMALLER,
        LARGER
    }
}

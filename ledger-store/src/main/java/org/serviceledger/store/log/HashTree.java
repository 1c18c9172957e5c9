package org.serviceledger.store.log;

import java.util.ArrayList;
import java.util.List;
import org.serviceledger.words.Message;

/**
 * A Merkle tree that looks up subtree hashes and builds inclusion and consistency proofs from them (RFC 6962 §2.1.1 and
 * §2.1.2).
 */
@FunctionalInterface
public interface HashTree {

    /** Returns the hash of the full subtree of {@code 2^level} leaves that starts at leaf {@code index * 2^level}. */
    TreeHash full(int level, long index);

    /** Returns the root hash of the first {@code size} leaves. */
    default TreeHash root(long size) {
        return size == 0 ? TreeHash.EMPTY : over(0, size);
    }

    /**
     * Returns the inclusion proof of a leaf in the tree of the first {@code size} leaves. Throws {@link MalformedLog}
     * if that tree has no such leaf.
     */
    default MerkleProof.Inclusion inclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new MalformedLog(Message.of(new ProofFlaw.NoSuchLeaf(index, size)));
        }
        var hashes = new ArrayList<TreeHash>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = from + largestPowerBelow(to - from);
            if (index < middle) {
                hashes.addFirst(over(middle, to));
                to = middle;
            } else {
                hashes.addFirst(over(from, middle));
                from = middle;
            }
        }
        return new MerkleProof.Inclusion(index, size, hashes);
    }

    /**
     * Returns the consistency proof between the trees of two sizes. Throws {@link MalformedLog} unless
     * {@code 1 <= smaller <= larger}.
     */
    default MerkleProof.Consistency consistency(long smaller, long larger) {
        if (smaller < 1 || smaller > larger) {
            throw new MalformedLog(Message.of(new ProofFlaw.NoBeginning(smaller, larger)));
        }
        var hashes = new ArrayList<TreeHash>();
        long from = 0;
        long to = larger;
        while (to != smaller) {
            long middle = from + largestPowerBelow(to - from);
            if (smaller <= middle) {
                hashes.addFirst(over(middle, to));
                to = middle;
            } else {
                hashes.addFirst(over(from, middle));
                from = middle;
            }
        }
        if (from > 0) {
            hashes.addFirst(over(from, to));
        }
        return new MerkleProof.Consistency(smaller, larger, List.copyOf(hashes));
    }

    /**
     * Returns the hash of the leaves from {@code from} (inclusive) to {@code to} (exclusive). The range must be a
     * subtree of an RFC 6962 tree.
     */
    private TreeHash over(long from, long to) {
        long leaves = to - from;
        if (Long.bitCount(leaves) == 1) {
            int level = Long.numberOfTrailingZeros(leaves);
            return full(level, from >> level);
        }
        long middle = from + largestPowerBelow(leaves);
        return over(from, middle).with(over(middle, to));
    }

    private static long largestPowerBelow(long number) {
        return Long.highestOneBit(number - 1);
    }
}

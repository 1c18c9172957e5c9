package org.serviceledger.store.log;

import java.util.ArrayList;
import java.util.List;
import org.serviceledger.words.Message;

/** A tree whose hashes can be looked up, and what can be proved with it (RFC 6962 §2.1.1 and §2.1.2). */
@FunctionalInterface
public interface HashTree {

    /** The hash over the {@code 2^level} leaves from {@code index * 2^level} on. */
    TreeHash full(int level, long index);

    /** The root over the first leaves. */
    default TreeHash root(long size) {
        return size == 0 ? TreeHash.EMPTY : over(0, size);
    }

    /** That a leaf is among the first so many. */
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

    /** That the tree of one size is the beginning of that of another. */
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

    /** The hash over leaves from one on to before another, as far as such a subtree is part of a tree. */
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

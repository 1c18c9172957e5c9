package org.serviceledger.store.verify;

import java.security.MessageDigest;
import org.serviceledger.store.log.LogTile;
import org.serviceledger.store.log.Sha256;
import org.serviceledger.store.log.TreeHash;

/**
 * The right edge of the Merkle tree (RFC 6962 §2.1) that the verifier rebuilds: one hash for each full subtree, the
 * largest first.
 */
final class Frontier {

    /**
     * Receives each completed hash over 256 leaves, over 256 such hashes, and so on. The frontier continues with the
     * returned hash.
     */
    interface Nodes {
        byte[] completed(int level, long index, byte[] hash);
    }

    private final MessageDigest sha256 = Sha256.digest();
    private final Nodes nodes;
    private byte[][] subtrees = new byte[Long.SIZE][];
    private int count;
    private long size;

    Frontier(Nodes nodes) {
        this.nodes = nodes;
    }

    /** Returns a copy that reports its nodes to no one. */
    Frontier copy() {
        var copy = new Frontier((_, _, hash) -> hash);
        copy.become(this);
        return copy;
    }

    void become(Frontier other) {
        subtrees = other.subtrees.clone();
        count = other.count;
        size = other.size;
    }

    long size() {
        return size;
    }

    /** Appends a subtree of {@code 2^height} leaves with this hash. */
    void append(byte[] hash, int height) {
        var carried = hash;
        int level = height;
        while ((size >> level & 1) == 1) {
            carried = node(sha256, subtrees[--count], carried);
            level++;
            if (level % LogTile.HEIGHT == 0) {
                carried = nodes.completed(level / LogTile.HEIGHT, size >> level, carried);
            }
        }
        subtrees[count++] = carried;
        size += 1L << height;
    }

    byte[] root() {
        if (count == 0) {
            return TreeHash.EMPTY.bytes();
        }
        var root = subtrees[count - 1];
        for (int i = count - 2; i >= 0; i--) {
            root = node(sha256, subtrees[i], root);
        }
        return root;
    }

    byte[] toBytes() {
        var bytes = new byte[count * TreeHash.BYTES];
        for (int i = 0; i < count; i++) {
            System.arraycopy(subtrees[i], 0, bytes, i * TreeHash.BYTES, TreeHash.BYTES);
        }
        return bytes;
    }

    /** Returns the hash over the leaves of a full tile. */
    static byte[] over(MessageDigest sha256, byte[][] leaves) {
        var level = leaves.clone();
        for (int width = level.length; width > 1; width /= 2) {
            for (int i = 0; i < width / 2; i++) {
                level[i] = node(sha256, level[2 * i], level[2 * i + 1]);
            }
        }
        return level[0];
    }

    private static byte[] node(MessageDigest sha256, byte[] left, byte[] right) {
        sha256.update(TreeHash.NODE);
        sha256.update(left);
        return sha256.digest(right);
    }
}

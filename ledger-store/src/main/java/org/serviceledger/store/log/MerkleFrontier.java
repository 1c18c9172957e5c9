package org.serviceledger.store.log;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The right edge of a Merkle tree (RFC 6962 §2.1): all the state that is needed to append leaves to {@code size}
 * existing ones and to compute the root. It has one hash for each full subtree, the largest first. Not thread-safe.
 */
public final class MerkleFrontier {

    private final MessageDigest sha256 = Sha256.digest();
    private final byte[][] subtrees = new byte[Long.SIZE][];
    private final List<Node> completed = new ArrayList<>();
    private int count;
    private long size;

    /**
     * A hash over 256 leaves, or over 256 such hashes, and so on. The upper tiles of the log consist of these hashes.
     *
     * @param level tile level; 1 for a hash over 256 leaves
     * @param index position from the left within the level, counted from 0
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Node(int level, long index, byte[] hash) {}

    private MerkleFrontier() {}

    public static MerkleFrontier empty() {
        return new MerkleFrontier();
    }

    /**
     * Restores a frontier from the result of {@link #toBytes}. Throws {@link IllegalStateException} if the number of
     * bytes does not match the size.
     */
    public static MerkleFrontier of(long size, byte[] hashes) {
        if (hashes.length != Long.bitCount(size) * TreeHash.BYTES) {
            throw new IllegalStateException("the head of the ledger is damaged: %d leaves, %d bytes of frontier"
                    .formatted(size, hashes.length));
        }
        var frontier = new MerkleFrontier();
        frontier.size = size;
        for (int at = 0; at < hashes.length; at += TreeHash.BYTES) {
            frontier.subtrees[frontier.count++] = Arrays.copyOfRange(hashes, at, at + TreeHash.BYTES);
        }
        return frontier;
    }

    static byte[] leafHash(MessageDigest sha256, byte[] leaf) {
        sha256.update(TreeHash.LEAF);
        return sha256.digest(leaf);
    }

    public void append(byte[] leafHash) {
        subtrees[count++] = leafHash;
        int height = 0;
        for (long full = size; (full & 1) == 1; full >>= 1) {
            count--;
            subtrees[count - 1] = node(subtrees[count - 1], subtrees[count]);
            height++;
            if (height % LogTile.HEIGHT == 0) {
                completed.add(new Node(height / LogTile.HEIGHT, size >> height, subtrees[count - 1]));
            }
        }
        size++;
    }

    public long size() {
        return size;
    }

    /**
     * Returns the upper-tile nodes that {@link #append} has completed since this frontier was created, restored or
     * copied.
     */
    public List<Node> completed() {
        return completed;
    }

    public byte[] root() {
        if (count == 0) {
            return sha256.digest();
        }
        var root = subtrees[count - 1];
        for (int i = count - 2; i >= 0; i--) {
            root = node(subtrees[i], root);
        }
        return root;
    }

    public byte[] toBytes() {
        var bytes = new byte[count * TreeHash.BYTES];
        for (int i = 0; i < count; i++) {
            System.arraycopy(subtrees[i], 0, bytes, i * TreeHash.BYTES, TreeHash.BYTES);
        }
        return bytes;
    }

    public MerkleFrontier copy() {
        return of(size, toBytes());
    }

    private byte[] node(byte[] left, byte[] right) {
        sha256.update(TreeHash.NODE);
        sha256.update(left);
        return sha256.digest(right);
    }
}

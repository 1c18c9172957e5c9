package org.serviceledger.store.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.serviceledger.words.Message;

/** A hash of the Merkle tree of RFC 6962 §2.1: of a leaf, of two hashes beside each other, or of a whole tree. */
@SuppressWarnings("ArrayRecordComponent") // compared by content, and never handed out to be changed
public record TreeHash(byte[] bytes) {

    /** SHA-256. */
    public static final int BYTES = 32;

    /** Stands before an entry when it is hashed. */
    public static final byte LEAF = 0x00;

    /** Stands before two hashes when they are hashed. */
    public static final byte NODE = 0x01;

    /** The root of the tree without leaves. */
    public static final TreeHash EMPTY = new TreeHash(Sha256.digest().digest());

    public TreeHash {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a hash has %d bytes, not %d".formatted(BYTES, bytes.length));
        }
        bytes = bytes.clone();
    }

    /** From base64 as proofs and checkpoints carry it; throws {@link MalformedLog} if it is no such hash. */
    public static TreeHash ofBase64(String text) {
        try {
            return new TreeHash(Base64.getDecoder().decode(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException e) {
            throw new MalformedLog(Message.of("log.no-hash", "text", text), e);
        }
    }

    public static TreeHash ofLeaf(byte[] entry) {
        var sha256 = Sha256.digest();
        sha256.update(LEAF);
        return new TreeHash(sha256.digest(entry));
    }

    /** The hash above this one and the one to its right. */
    public TreeHash with(TreeHash right) {
        var sha256 = Sha256.digest();
        sha256.update(NODE);
        sha256.update(bytes);
        return new TreeHash(sha256.digest(right.bytes));
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TreeHash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return base64();
    }
}

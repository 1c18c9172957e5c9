package org.serviceledger.store.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.serviceledger.words.Message;

/** A SHA-256 hash in a Merkle tree (RFC 6962 §2.1): of a leaf, of an inner node or of a whole tree. */
@SuppressWarnings("ArrayRecordComponent") // compared by content; copied on the way in and out
public record TreeHash(byte[] bytes) {

    /** Length of a hash in bytes. */
    public static final int BYTES = 32;

    /** Domain separation byte that precedes an entry in the hash input. */
    public static final byte LEAF = 0x00;

    /** Domain separation byte that precedes the two child hashes in the hash input. */
    public static final byte NODE = 0x01;

    /** Root hash of the empty tree. */
    public static final TreeHash EMPTY = new TreeHash(Sha256.digest().digest());

    public TreeHash {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a hash has %d bytes, not %d".formatted(BYTES, bytes.length));
        }
        bytes = bytes.clone();
    }

    /**
     * Decodes a hash from base64, the encoding of proofs and checkpoints. Throws {@link MalformedLog} if the text is
     * not base64 of 32 bytes.
     */
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

    /** Returns the hash of the inner node whose left child is this hash. */
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

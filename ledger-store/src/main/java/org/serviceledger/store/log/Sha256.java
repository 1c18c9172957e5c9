package org.serviceledger.store.log;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256, the only hash function of the ledger. */
public final class Sha256 {

    /**
     * Prototype that {@link #digest} clones and that must not be updated. A provider lookup takes as long as a hash.
     */
    private static final MessageDigest UNUSED = lookedUp();

    private Sha256() {}

    /** Returns a new digest. It has state, so only one thread may use it at a time. */
    public static MessageDigest digest() {
        try {
            return (MessageDigest) UNUSED.clone();
        } catch (CloneNotSupportedException e) {
            return lookedUp();
        }
    }

    private static MessageDigest lookedUp() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

package org.serviceledger.store.log;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The one hash function of the ledger. */
public final class Sha256 {

    /** To be copied, never used: looking the algorithm up takes as long as a hash. */
    private static final MessageDigest UNUSED = lookedUp();

    private Sha256() {}

    /** A new one; it keeps state, and belongs to one thread at a time. */
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

package org.serviceledger.store.log;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The one hash function of the ledger. */
public final class Sha256 {

    private Sha256() {}

    /** A new one; it keeps state, and belongs to one thread at a time. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

package org.serviceledger.store.log;

/**
 * Thrown if a note, signature, verifier key, checkpoint, proof, tile path or witness policy is malformed. The message
 * is a single line.
 */
public final class MalformedLog extends RuntimeException {

    private static final long serialVersionUID = 1;

    public MalformedLog(String message) {
        super(message);
    }

    public MalformedLog(String message, Throwable cause) {
        super(message, cause);
    }
}

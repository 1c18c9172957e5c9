package org.serviceledger.store.publication;

/** The key that must sign the log is not available. Signing with another key would begin another log. */
public final class LogKeyMissing extends RuntimeException {

    private static final long serialVersionUID = 1;

    LogKeyMissing(String message) {
        super(message);
    }
}

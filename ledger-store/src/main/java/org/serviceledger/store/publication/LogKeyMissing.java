package org.serviceledger.store.publication;

/** The key the log is to be signed with is not at hand: signing with another would be another log. */
public final class LogKeyMissing extends RuntimeException {

    private static final long serialVersionUID = 1;

    LogKeyMissing(String message) {
        super(message);
    }
}

package org.serviceledger.store.publication;

/** The ledger is no continuation of what was signed of it: somebody has changed or taken away what was recorded. */
public final class ForkedLog extends RuntimeException {

    private static final long serialVersionUID = 1;

    ForkedLog(String message) {
        super(message);
    }
}

package org.serviceledger.store.publication;

/** The ledger does not continue what was signed of it: recorded events were changed or removed. */
public final class ForkedLog extends RuntimeException {

    private static final long serialVersionUID = 1;

    ForkedLog(String message) {
        super(message);
    }
}

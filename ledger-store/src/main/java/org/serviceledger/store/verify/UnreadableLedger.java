package org.serviceledger.store.verify;

import java.sql.SQLException;

/** A ledger that could not be read to its end: whether it is sound is not known. */
public final class UnreadableLedger extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnreadableLedger(SQLException cause) {
        super("the ledger could not be read: " + cause.getMessage(), cause);
    }

    UnreadableLedger(String message, Throwable cause) {
        super(message, cause);
    }
}

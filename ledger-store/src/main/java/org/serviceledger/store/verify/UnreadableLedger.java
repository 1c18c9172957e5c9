package org.serviceledger.store.verify;

import java.sql.SQLException;

/** Thrown if a ledger cannot be read completely, so that its soundness is unknown. */
public final class UnreadableLedger extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnreadableLedger(SQLException cause) {
        super("the ledger could not be read: " + cause.getMessage(), cause);
    }

    UnreadableLedger(String message, Throwable cause) {
        super(message, cause);
    }
}

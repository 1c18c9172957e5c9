package org.serviceledger.app.data;

import org.jspecify.annotations.Nullable;

/** Something the person at the terminal can put right; the message is one line and says how. */
public final class LedgerFailed extends RuntimeException {

    public LedgerFailed(String message) {
        this(message, null);
    }

    public LedgerFailed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

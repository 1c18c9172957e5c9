package org.serviceledger.store.verify;

import java.sql.SQLException;
import org.serviceledger.words.ExplainedException;
import org.serviceledger.words.Message;

/** Thrown if a ledger cannot be read completely, so that its soundness is unknown. */
public final class UnreadableLedger extends ExplainedException {

    private static final long serialVersionUID = 1;

    UnreadableLedger(SQLException cause) {
        this(Message.of("UnreadableLedger.failed", "reason", cause.getMessage()), cause);
    }

    UnreadableLedger(Message why, Throwable cause) {
        super(why, cause);
    }
}

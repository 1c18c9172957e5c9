package org.serviceledger.store.verify;

import java.sql.SQLException;
import org.serviceledger.words.Language;
import org.serviceledger.words.Message;

/** Thrown if a ledger cannot be read completely, so that its soundness is unknown. */
public final class UnreadableLedger extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Message why;

    UnreadableLedger(SQLException cause) {
        this(Message.of("UnreadableLedger.failed", "reason", cause.getMessage()), cause);
    }

    UnreadableLedger(Message why, Throwable cause) {
        super(why.in(Language.ENGLISH), cause);
        this.why = why;
    }

    /** What {@link #getMessage()} says in English. */
    public Message why() {
        return why;
    }
}

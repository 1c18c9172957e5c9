package org.serviceledger.app.data;

import org.jspecify.annotations.Nullable;
import org.serviceledger.words.Language;
import org.serviceledger.words.Message;

/** Something the person at the terminal can put right; the message is one line and says how. */
public final class LedgerFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Message why;

    public LedgerFailed(Message why) {
        this(why, null);
    }

    public LedgerFailed(Message why, @Nullable Throwable cause) {
        super(why.in(Language.ENGLISH), cause);
        this.why = why;
    }

    /** What {@link #getMessage()} says in English. */
    public Message why() {
        return why;
    }
}

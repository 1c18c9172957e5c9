package org.serviceledger.app.data;

import org.jspecify.annotations.Nullable;
import org.serviceledger.words.ExplainedException;
import org.serviceledger.words.Message;

/** A failure that the person at the terminal can put right. The message is one line and says how. */
public final class LedgerFailed extends ExplainedException {

    private static final long serialVersionUID = 1;

    public LedgerFailed(Message why) {
        this(why, null);
    }

    public LedgerFailed(Message why, @Nullable Throwable cause) {
        super(why, cause);
    }
}

package org.serviceledger.store.publication;

import org.serviceledger.words.Language;
import org.serviceledger.words.Message;

/** The ledger is no continuation of what was signed of it: somebody has changed or taken away what was recorded. */
public final class ForkedLog extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Message why;

    ForkedLog(Message why) {
        super(why.in(Language.ENGLISH));
        this.why = why;
    }

    /** What {@link #getMessage()} says in English. */
    public Message why() {
        return why;
    }
}

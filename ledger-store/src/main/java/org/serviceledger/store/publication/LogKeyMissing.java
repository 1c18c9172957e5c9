package org.serviceledger.store.publication;

import org.serviceledger.words.Language;
import org.serviceledger.words.Message;

/** The key the log is to be signed with is not at hand: signing with another would be another log. */
public final class LogKeyMissing extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Message why;

    LogKeyMissing(Message why) {
        super(why.in(Language.ENGLISH));
        this.why = why;
    }

    /** What {@link #getMessage()} says in English. */
    public Message why() {
        return why;
    }
}

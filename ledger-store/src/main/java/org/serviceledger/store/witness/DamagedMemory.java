package org.serviceledger.store.witness;

import org.serviceledger.words.Language;
import org.serviceledger.words.Message;

/** What a witness remembers of a log cannot be read; it never begins anew without being told to. */
public final class DamagedMemory extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Message why;

    DamagedMemory(Message why, Throwable cause) {
        super(why.in(Language.ENGLISH), cause);
        this.why = why;
    }

    /** What {@link #getMessage()} says in English. */
    public Message why() {
        return why;
    }
}

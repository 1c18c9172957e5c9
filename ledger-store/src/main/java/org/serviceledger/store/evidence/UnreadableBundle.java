package org.serviceledger.store.evidence;

import org.jspecify.annotations.Nullable;
import org.serviceledger.words.Language;
import org.serviceledger.words.Message;

/** A file that is no bundle at all, or one nobody can be expected to read; says in one line why. */
public final class UnreadableBundle extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Message why;

    UnreadableBundle(Message why) {
        this(why, null);
    }

    UnreadableBundle(Message why, @Nullable Throwable cause) {
        super(why.in(Language.ENGLISH), cause);
        this.why = why;
    }

    /** What {@link #getMessage()} says in English. */
    public Message why() {
        return why;
    }
}

package org.serviceledger.words;

import org.jspecify.annotations.Nullable;

/** An exception whose reason is a message. {@link #getMessage()} renders it in English, for logs. */
public abstract class ExplainedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Message why;

    protected ExplainedException(Message why) {
        this(why, null);
    }

    protected ExplainedException(Message why, @Nullable Throwable cause) {
        super(why.in(Language.ENGLISH), cause);
        this.why = why;
    }

    /** Returns the reason, to be rendered in the language of whoever reads it. */
    public final Message why() {
        return why;
    }
}

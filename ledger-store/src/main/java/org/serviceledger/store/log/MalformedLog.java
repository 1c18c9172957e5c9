package org.serviceledger.store.log;

import org.serviceledger.words.Language;
import org.serviceledger.words.Message;

/** Something that claims to be a note, a checkpoint, a proof or a tile's path and is not; says in one line why. */
public final class MalformedLog extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Message why;

    public MalformedLog(Message why) {
        super(why.in(Language.ENGLISH));
        this.why = why;
    }

    public MalformedLog(Message why, Throwable cause) {
        super(why.in(Language.ENGLISH), cause);
        this.why = why;
    }

    /** What {@link #getMessage()} says in English. */
    public Message why() {
        return why;
    }
}

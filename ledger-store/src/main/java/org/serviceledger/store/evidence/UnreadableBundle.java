package org.serviceledger.store.evidence;

import org.serviceledger.words.Message;

/** A file that is no bundle at all, or one nobody can be expected to read; says in one line why, in the language spoken. */
public final class UnreadableBundle extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnreadableBundle(Message why) {
        super(why.said());
    }

    UnreadableBundle(Message why, Throwable cause) {
        super(why.said(), cause);
    }
}

package org.serviceledger.store.evidence;

import org.jspecify.annotations.Nullable;
import org.serviceledger.words.ExplainedException;
import org.serviceledger.words.Message;

/** Thrown if a file is not an evidence bundle or exceeds the limits of the reader. The message is one line. */
public final class UnreadableBundle extends ExplainedException {

    private static final long serialVersionUID = 1;

    UnreadableBundle(Message why) {
        this(why, null);
    }

    UnreadableBundle(Message why, @Nullable Throwable cause) {
        super(why, cause);
    }
}

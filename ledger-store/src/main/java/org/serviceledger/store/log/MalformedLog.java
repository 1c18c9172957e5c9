package org.serviceledger.store.log;

import org.serviceledger.words.ExplainedException;
import org.serviceledger.words.Message;

/** Thrown if a text is not a valid note, checkpoint, proof, key or tile path. The message is one line. */
public final class MalformedLog extends ExplainedException {

    private static final long serialVersionUID = 1;

    public MalformedLog(Message why) {
        super(why);
    }

    public MalformedLog(Message why, Throwable cause) {
        super(why, cause);
    }
}

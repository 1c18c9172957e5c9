package org.serviceledger.store.publication;

import org.serviceledger.words.ExplainedException;
import org.serviceledger.words.Message;

/** Thrown if the log's signing key is missing. A checkpoint signed with another key would belong to another log. */
public final class LogKeyMissing extends ExplainedException {

    private static final long serialVersionUID = 1;

    LogKeyMissing(Message why) {
        super(why);
    }
}

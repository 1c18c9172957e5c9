package org.serviceledger.store.evidence;

import org.serviceledger.words.Message;

/**
 * Thrown if a file is not a bundle or is too large to read. The message is a single line in
 * {@link org.serviceledger.words.Language#current()}.
 */
public final class UnreadableBundle extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnreadableBundle(Message why) {
        super(why.said());
    }

    UnreadableBundle(Message why, Throwable cause) {
        super(why.said(), cause);
    }
}

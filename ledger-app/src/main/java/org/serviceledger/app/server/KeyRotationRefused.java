package org.serviceledger.app.server;

import org.serviceledger.words.Language;
import org.serviceledger.words.Message;

/** A key rotation that is refused; the message says why. */
final class KeyRotationRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Message words;

    KeyRotationRefused(Message words) {
        super(words.in(Language.ENGLISH));
        this.words = words;
    }

    Message words() {
        return words;
    }
}

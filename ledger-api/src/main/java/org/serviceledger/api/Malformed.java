package org.serviceledger.api;

import org.serviceledger.words.Language;
import org.serviceledger.words.Message;

/** Says of a value that it cannot be what it was given as. The message is in English, for logs. */
public final class Malformed extends IllegalArgumentException {

    private final transient Message words;

    public Malformed(Message words) {
        super(words.in(Language.ENGLISH));
        this.words = words;
    }

    /** For whoever gave the value, in any language. */
    public Message words() {
        return words;
    }
}

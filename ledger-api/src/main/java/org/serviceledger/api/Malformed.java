package org.serviceledger.api;

import org.jspecify.annotations.Nullable;
import org.serviceledger.words.Language;
import org.serviceledger.words.Message;

/** Thrown if a text is not a valid value of its type. The exception message is in English, for logs. */
public final class Malformed extends IllegalArgumentException {

    private final transient Message words;

    public Malformed(Message words) {
        super(words.in(Language.ENGLISH));
        this.words = words;
    }

    /** Returns the message for the client that sent the value, renderable in any language. */
    public Message words() {
        return words;
    }

    /** Returns the message for a value whose making failed. Only a {@code Malformed} says why. */
    public static Message words(@Nullable Throwable failure) {
        return failure instanceof Malformed malformed ? malformed.words() : Message.of("fault.malformed");
    }
}

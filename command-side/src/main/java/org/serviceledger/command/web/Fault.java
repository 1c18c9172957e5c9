package org.serviceledger.command.web;

import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Malformed;
import org.serviceledger.words.Message;

/**
 * A fault in one field of a request.
 *
 * @param message in the language of the response
 */
public record Fault(String field, String message) {

    /**
     * Returns a fault with its message in the {@linkplain org.serviceledger.words.Language#current() current language}.
     */
    public static Fault of(String field, Message words) {
        return new Fault(field, words.said());
    }

    /** Returns the message for a text that is not a valid value. Ids supply their own message in {@link Malformed}. */
    public static Message ofValue(@Nullable Throwable failure) {
        return failure instanceof Malformed malformed ? malformed.words() : Message.of("fault.malformed");
    }
}

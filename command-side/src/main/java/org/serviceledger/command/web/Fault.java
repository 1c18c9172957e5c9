package org.serviceledger.command.web;

import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Malformed;
import org.serviceledger.words.Message;

/**
 * What is wrong with one field of a request.
 *
 * @param message in the language of the answer
 */
record Fault(String field, String message) {

    /** Says it in the language that is being spoken. */
    static Fault of(String field, Message words) {
        return new Fault(field, words.said());
    }

    /** What is wrong with a text that could not be made a value of: ids say it themselves. */
    static Message ofValue(@Nullable Throwable failure) {
        return failure instanceof Malformed malformed ? malformed.words() : Message.of("fault.malformed");
    }
}

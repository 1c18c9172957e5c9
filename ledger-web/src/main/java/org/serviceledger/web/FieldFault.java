package org.serviceledger.web;

import org.serviceledger.words.Message;

/**
 * What is wrong with one field of a request, as a problem lists it under {@code errors}.
 *
 * @param field the parameter, header or member of the body; {@code body} for the body as a whole
 * @param message in the language of the response
 */
public record FieldFault(String field, String message) {

    /** Returns a fault in the {@linkplain org.serviceledger.words.Language#current() current language}. */
    public static FieldFault of(String field, Message words) {
        return new FieldFault(field, words.said());
    }

    /** Returns a sentence that names the field and its fault. */
    public Message sentence() {
        return Message.of("problem.request/valid", "field", field, "fault", message);
    }
}

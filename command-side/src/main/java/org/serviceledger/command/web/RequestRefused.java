package org.serviceledger.command.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.web.Problem;
import org.serviceledger.words.Language;
import org.serviceledger.words.Message;
import org.springframework.http.HttpStatus;

/** Thrown if a request is refused before it becomes a command. */
final class RequestRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final HttpStatus status;
    private final String rule;
    private final transient Message words;
    private final @Nullable String field;

    private RequestRefused(HttpStatus status, String rule, Message words, @Nullable String field) {
        super(words.in(Language.ENGLISH), null, false, false);
        this.status = status;
        this.rule = rule;
        this.words = words;
        this.field = field;
    }

    static RequestRefused because(HttpStatus status, String rule, Message words) {
        return new RequestRefused(status, rule, words, null);
    }

    /**
     * Returns a refusal because of one field.
     *
     * @param fault what is wrong with the field; the message need not name the field
     */
    static RequestRefused ofField(String field, Message fault) {
        return new RequestRefused(HttpStatus.BAD_REQUEST, Problem.INVALID, fault, field);
    }

    static RequestRefused forbidden(String rule, Message words) {
        return because(HttpStatus.FORBIDDEN, rule, words);
    }

    HttpStatus status() {
        return status;
    }

    String rule() {
        return rule;
    }

    /** Returns the message, which is rendered in the language of the response. */
    Message words() {
        return words;
    }

    /**
     * Returns the fault of the field in the {@linkplain Language#current() current language}, or an empty list if the
     * refusal is not about a field.
     */
    List<Fault> faults() {
        return field == null ? List.of() : List.of(Fault.of(field, words));
    }
}

package org.serviceledger.command.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.web.FieldFault;
import org.serviceledger.web.Problem;
import org.serviceledger.words.Language;
import org.serviceledger.words.Message;
import org.springframework.http.HttpStatus;

/** Thrown if a request is refused before it becomes a command. */
public final class RequestRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final HttpStatus status;
    private final String rule;
    private final transient Message words;
    private final @Nullable String field;
    private final transient List<FieldFault> faults;

    private RequestRefused(
            HttpStatus status, String rule, Message words, @Nullable String field, List<FieldFault> faults) {
        super(words.in(Language.ENGLISH), null, false, false);
        this.status = status;
        this.rule = rule;
        this.words = words;
        this.field = field;
        this.faults = faults;
    }

    public static RequestRefused because(HttpStatus status, String rule, Message words) {
        return new RequestRefused(status, rule, words, null, List.of());
    }

    /**
     * Returns a refusal because of one field.
     *
     * @param fault what is wrong with the field; the message need not name the field
     */
    public static RequestRefused ofField(String field, Message fault) {
        return new RequestRefused(HttpStatus.BAD_REQUEST, Problem.INVALID, fault, field, List.of());
    }

    static RequestRefused ofFault(FieldFault fault) {
        return ofFaults(List.of(fault));
    }

    /** Returns a refusal because of all these faults, which are in the language of the response. */
    static RequestRefused ofFaults(List<FieldFault> faults) {
        return new RequestRefused(
                HttpStatus.BAD_REQUEST, Problem.INVALID, Message.of("fault.malformed"), null, List.copyOf(faults));
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
     * Returns the faults in the {@linkplain Language#current() current language}, or an empty list if the
     * refusal is not about fields.
     */
    List<FieldFault> faults() {
        return field == null ? faults : List.of(FieldFault.of(field, words));
    }
}

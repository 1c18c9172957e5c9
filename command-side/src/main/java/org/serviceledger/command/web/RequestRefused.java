package org.serviceledger.command.web;

import java.util.List;
import org.springframework.http.HttpStatus;

/** A request that does not come to a command. */
final class RequestRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final HttpStatus status;
    private final String rule;
    private final transient List<Fault> faults;

    private RequestRefused(HttpStatus status, String rule, String detail, List<Fault> faults) {
        super(detail, null, false, false);
        this.status = status;
        this.rule = rule;
        this.faults = faults;
    }

    static RequestRefused because(HttpStatus status, String rule, String detail) {
        return new RequestRefused(status, rule, detail, List.of());
    }

    static RequestRefused ofField(String field, String message) {
        return new RequestRefused(
                HttpStatus.BAD_REQUEST,
                "request/valid",
                "%s: %s".formatted(field, message),
                List.of(new Fault(field, message)));
    }

    static RequestRefused forbidden(String rule, String detail) {
        return because(HttpStatus.FORBIDDEN, rule, detail);
    }

    HttpStatus status() {
        return status;
    }

    String rule() {
        return rule;
    }

    String detail() {
        return String.valueOf(getMessage());
    }

    List<Fault> faults() {
        return faults;
    }
}

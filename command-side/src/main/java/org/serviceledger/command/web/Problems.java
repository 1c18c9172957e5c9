package org.serviceledger.command.web;

import java.net.URI;
import java.util.List;
import org.serviceledger.api.Refusal;
import org.serviceledger.store.outage.StoreOutage;
import org.serviceledger.words.Message;
import org.serviceledger.words.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/**
 * Builds RFC 9457 problem responses in the {@linkplain org.serviceledger.words.Language#current() current language}.
 */
public final class Problems {

    /** The rule reported for invalid fields. */
    public static final String INVALID = "request/valid";

    /** The rule reported for requests that violate HTTP itself. */
    static final String HTTP = "request/http";

    private static final URI NO_TYPE = URI.create("about:blank");

    private Problems() {}

    static ProblemDetail of(HttpStatusCode status, String rule, Message words) {
        return of(status, rule, words.said());
    }

    static ProblemDetail of(Refusal refusal) {
        var problem = of(status(refusal.nature()), refusal.rule(), refusal.detail());
        problem.setProperty("refusal", refusal.getClass().getSimpleName());
        return problem;
    }

    static ProblemDetail of(List<Fault> faults) {
        var problem = of(HttpStatus.BAD_REQUEST, INVALID, detail(faults.getFirst()));
        problem.setProperty("errors", faults);
        return problem;
    }

    /** Returns a problem about which only the status is known. */
    static ProblemDetail of(HttpStatusCode status) {
        return of(status, HTTP, detail(status));
    }

    static ProblemDetail of(StoreOutage outage) {
        return switch (outage) {
            case OUTCOME_UNKNOWN -> away("record/outcome-unknown", Message.of("problem.record/outcome-unknown"));
            case NO_ANSWER -> away("service/database-away", Message.of("problem.service/database-away"));
            case DISK_FULL -> away("service/disk-full", Message.of("problem.service/disk-full"));
            case READ_ONLY -> away("service/read-only", Message.of("problem.service/read-only"));
        };
    }

    /** Returns a sentence that names the field and its fault. */
    public static String detail(Fault fault) {
        return Words.say("problem.request/valid", "field", fault.field(), "fault", fault.message());
    }

    static String detail(HttpStatusCode status) {
        return Words.say("problem.request/http", "status", Integer.toString(status.value()));
    }

    private static ProblemDetail away(String rule, Message words) {
        return of(HttpStatus.SERVICE_UNAVAILABLE, rule, words);
    }

    private static ProblemDetail of(HttpStatusCode status, String rule, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(NO_TYPE);
        problem.setProperty("rule", rule);
        return problem;
    }

    private static HttpStatus status(Refusal.Nature nature) {
        return switch (nature) {
            case UNKNOWN -> HttpStatus.NOT_FOUND;
            case ALREADY, OUT_OF_ORDER -> HttpStatus.CONFLICT;
            case BREAKS_RULE -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }
}

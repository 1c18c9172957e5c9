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

/** Answers that say no, as RFC 9457 problems, in the language that is being spoken. */
final class Problems {

    /** The rule of whatever is wrong with a field. */
    static final String INVALID = "request/valid";

    /** The rule of what is wrong with the request by HTTP itself. */
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

    /** When all there is to say is the status. */
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

    /** The field with what is wrong with it. */
    static String detail(Fault fault) {
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

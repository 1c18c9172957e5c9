package org.serviceledger.command.web;

import java.net.URI;
import java.util.List;
import org.serviceledger.api.Refusal;
import org.serviceledger.store.outage.StoreOutage;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** Answers that say no, as RFC 9457 problems. */
final class Problems {

    private static final URI NO_TYPE = URI.create("about:blank");

    private Problems() {}

    static ProblemDetail of(HttpStatusCode status, String rule, String detail, List<Fault> faults) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(NO_TYPE);
        problem.setProperty("rule", rule);
        if (!faults.isEmpty()) {
            problem.setProperty("errors", faults);
        }
        return problem;
    }

    static ProblemDetail of(HttpStatusCode status, String rule, String detail) {
        return of(status, rule, detail, List.of());
    }

    static ProblemDetail of(Refusal refusal) {
        var problem = of(status(refusal.nature()), refusal.rule(), refusal.detail());
        problem.setProperty("refusal", refusal.getClass().getSimpleName());
        return problem;
    }

    static ProblemDetail of(List<Fault> faults) {
        var first = faults.getFirst();
        return of(HttpStatus.BAD_REQUEST, "request/valid", "%s: %s".formatted(first.field(), first.message()), faults);
    }

    static ProblemDetail of(StoreOutage outage) {
        return switch (outage) {
            case OUTCOME_UNKNOWN ->
                away(
                        "record/outcome-unknown",
                        "the store did not answer: repeat with the same Idempotency-Key (结果未知，请用同一幂等键重试)");
            case NO_ANSWER ->
                away(
                        "service/database-away",
                        "the database does not answer: repeat in a moment, with the same Idempotency-Key"
                                + " (数据库暂不可用，请稍后用同一幂等键重试)");
            case DISK_FULL ->
                away(
                        "service/disk-full",
                        "the database has no room left: tell whoever runs the service, and repeat later"
                                + " (存储空间已满，请稍后重试)");
            case READ_ONLY ->
                away("service/read-only", "the database takes no writes at present: repeat later (数据库只读，请稍后重试)");
        };
    }

    private static ProblemDetail away(String rule, String detail) {
        return of(HttpStatus.SERVICE_UNAVAILABLE, rule, detail);
    }

    private static HttpStatus status(Refusal.Nature nature) {
        return switch (nature) {
            case UNKNOWN -> HttpStatus.NOT_FOUND;
            case ALREADY, OUT_OF_ORDER -> HttpStatus.CONFLICT;
            case BREAKS_RULE -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }
}

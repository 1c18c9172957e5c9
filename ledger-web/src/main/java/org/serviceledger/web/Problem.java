package org.serviceledger.web;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Refusal;
import org.serviceledger.words.Message;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * Builds every problem document (RFC 9457) that the server sends, in the
 * {@linkplain org.serviceledger.words.Language#current() current language}.
 *
 * <p>A problem has {@code type}, {@code title}, {@code status}, {@code detail} and {@code rule}, {@code instance} if the
 * address of the request is a URI, and {@code errors} if fields are at fault. The {@code rule} is the ledger's own name
 * for what went wrong, or the law that a refusal cites. The {@code type} is a URN of that name; that of a refusal names
 * the refusal, because several refusals may cite one law.
 */
public final class Problem {

    /** The rule of requests with faults in their fields. */
    public static final String INVALID = "request/valid";

    /** The rule of requests that HTTP itself does not allow here. */
    public static final String HTTP = "request/http";

    /** The rule of failures that are no fault of the request. */
    public static final String FAILED = "service/failed";

    private static final String TYPES = "urn:serviceledger:problem:";

    private Problem() {}

    public static ProblemDetail of(HttpStatusCode status, String rule, Message words) {
        return of(status, rule, rule, words.said());
    }

    /** Returns a problem of which only the status is known. */
    public static ProblemDetail of(HttpStatusCode status) {
        return status.isSameCodeAs(HttpStatus.INTERNAL_SERVER_ERROR)
                ? of(status, FAILED, Message.of("problem.service/failed"))
                : of(status, HTTP, Message.of("problem.request/http", "status", Integer.toString(status.value())));
    }

    public static ProblemDetail of(Refusal refusal) {
        var name = refusal.getClass().getSimpleName();
        var problem = of(status(refusal.nature()), "refusal/" + name, refusal.rule(), refusal.detail());
        problem.setProperty("refusal", name);
        return problem;
    }

    /** Returns a problem that lists the fields at fault. */
    public static ProblemDetail of(HttpStatusCode status, String rule, Message words, List<FieldFault> faults) {
        var problem = of(status, rule, words);
        problem.setProperty("errors", faults);
        return problem;
    }

    /** Returns a problem whose detail is the first of the faults. */
    public static ProblemDetail ofFaults(HttpStatusCode status, String rule, List<FieldFault> faults) {
        return of(status, rule, faults.getFirst().sentence(), faults);
    }

    /**
     * Returns an exception that answers a request with status 503.
     *
     * @param retryAfter how long the client should wait before it repeats the request; null if nobody knows
     */
    public static ErrorResponseException unavailable(String rule, Message words, @Nullable Duration retryAfter) {
        var status = HttpStatus.SERVICE_UNAVAILABLE;
        var unavailable = new ErrorResponseException(status, of(status, rule, words), null);
        if (retryAfter != null) {
            unavailable.getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter.toSeconds()));
        }
        return unavailable;
    }

    /** Returns whether the problem was built here, and not by Spring, whose problems name no rule. */
    public static boolean isOurs(ProblemDetail problem) {
        var properties = problem.getProperties();
        return properties != null && properties.containsKey("rule");
    }

    private static ProblemDetail of(HttpStatusCode status, String type, String rule, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create(TYPES + type));
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

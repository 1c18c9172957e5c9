package org.serviceledger.app.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.serviceledger.words.Message;
import org.serviceledger.words.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/**
 * A fault in a request that no controller handles.
 *
 * @param field the header or parameter at fault, or else {@code query}, {@code body} or {@code method}
 */
record RequestFault(HttpStatusCode status, String field, Message words) {

    private static final String ATTRIBUTE = RequestFault.class.getName();

    static @Nullable RequestFault of(HttpServletRequest request) {
        return (RequestFault) request.getAttribute(ATTRIBUTE);
    }

    void keepIn(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** The problem document of this fault, in the current language. */
    ProblemDetail problem() {
        var problem = ProblemDetail.forStatusAndDetail(
                status, Words.say("problem.request/valid", "field", field, "fault", words));
        problem.setProperty("rule", "request/http");
        problem.setProperty("errors", List.of(Map.of("field", field, "message", words.said())));
        return problem;
    }

    /** The problem document for a failure of which only the status is known. */
    static ProblemDetail problem(HttpStatusCode status) {
        var failed = status.isSameCodeAs(HttpStatus.INTERNAL_SERVER_ERROR);
        var problem = ProblemDetail.forStatusAndDetail(
                status,
                failed
                        ? Words.say("problem.service/failed")
                        : Words.say("problem.request/http", "status", Integer.toString(status.value())));
        problem.setProperty("rule", failed ? "service/failed" : "request/http");
        return problem;
    }
}

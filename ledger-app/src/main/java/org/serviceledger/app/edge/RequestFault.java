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
 * What is wrong with a request that no controller sees.
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

    /** In the language that is being spoken, as every problem here. */
    ProblemDetail problem() {
        var problem = ProblemDetail.forStatusAndDetail(
                status, Words.say("problem.request/valid", "field", field, "fault", words));
        problem.setProperty("rule", "request/http");
        problem.setProperty("errors", List.of(Map.of("field", field, "message", words.said())));
        return problem;
    }

    /** When all that is known is the status. */
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

package org.serviceledger.app.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.web.FieldFault;
import org.serviceledger.web.Problem;
import org.serviceledger.words.Message;
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
        return Problem.ofFaults(status, Problem.HTTP, List.of(FieldFault.of(field, words)));
    }
}

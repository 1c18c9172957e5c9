package org.serviceledger.app.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/**
 * What is wrong with a request that no controller sees.
 *
 * @param field the header or parameter at fault, or else {@code query}, {@code body} or {@code method}
 */
record RequestFault(HttpStatusCode status, String field, String message) {

    private static final String ATTRIBUTE = RequestFault.class.getName();

    static @Nullable RequestFault of(HttpServletRequest request) {
        return (RequestFault) request.getAttribute(ATTRIBUTE);
    }

    void keepIn(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    ProblemDetail problem() {
        var problem = ProblemDetail.forStatusAndDetail(status, field + ": " + message);
        problem.setProperty("rule", "request/http");
        problem.setProperty("errors", List.of(Map.of("field", field, "message", message)));
        return problem;
    }

    /** When all that is known is the status. */
    static ProblemDetail problem(HttpStatusCode status) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail(status));
        problem.setProperty(
                "rule", status.isSameCodeAs(HttpStatus.INTERNAL_SERVER_ERROR) ? "service/failed" : "request/http");
        return problem;
    }

    private static String detail(HttpStatusCode status) {
        return switch (HttpStatus.resolve(status.value())) {
            case BAD_REQUEST -> "the request is not well-formed: look at its address, parameters and headers (请求格式错误)";
            case NOT_FOUND -> "there is nothing at this address (没有此地址)";
            case METHOD_NOT_ALLOWED -> "this address does not take this method (不支持此方法)";
            case NOT_ACCEPTABLE -> "no media type that Accept names can be had here (无此格式)";
            case CONTENT_TOO_LARGE -> "the request is too large (请求过大)";
            case INTERNAL_SERVER_ERROR -> "the service failed; nothing is known to be wrong with the request (系统故障)";
            case NOT_IMPLEMENTED -> "this server does not know the method, or the way the body is sent (不支持此方法)";
            case null -> "the request was refused (请求被拒绝)";
            default -> HttpStatus.valueOf(status.value()).getReasonPhrase();
        };
    }
}

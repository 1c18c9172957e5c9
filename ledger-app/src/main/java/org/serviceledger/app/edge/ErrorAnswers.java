package org.serviceledger.app.edge;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.serviceledger.web.Problem;
import org.serviceledger.web.ProblemWriter;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/** Answers every failed request that no other handler has answered. */
@Controller
class ErrorAnswers implements ErrorController {

    private final ErrorAttributes errors;
    private final ProblemWriter problems;

    ErrorAnswers(ErrorAttributes errors, JsonMapper json) {
        this.errors = errors;
        this.problems = new ProblemWriter(json);
    }

    @RequestMapping("/error")
    @Nullable ModelAndView answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var status = status(request);
        if (!Programs.ask(path(request), request.getHeader(HttpHeaders.ACCEPT))) {
            return new ModelAndView("error", Map.of("status", status.value()), status);
        }
        problems.write(problem(request, status), request, response);
        return null;
    }

    private ProblemDetail problem(HttpServletRequest request, HttpStatusCode status) {
        var fault = RequestFault.of(request);
        if (fault != null) {
            return fault.problem();
        }
        return errors.getError(new ServletWebRequest(request)) instanceof ErrorResponse error
                        && Problem.isOurs(error.getBody())
                        && error.getStatusCode().isSameCodeAs(status)
                ? error.getBody()
                : Problem.of(status);
    }

    /** The status of the failed request; 404 if a client requests {@code /error} directly. */
    private static HttpStatusCode status(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.ERROR
                        && request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatusCode.valueOf(code)
                : HttpStatus.NOT_FOUND;
    }

    private static String path(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri
                ? uri
                : request.getRequestURI();
    }
}

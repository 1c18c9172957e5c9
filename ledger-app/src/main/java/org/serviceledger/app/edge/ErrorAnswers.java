package org.serviceledger.app.edge;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/** Answers every failed request that no other handler has answered. */
@Controller
class ErrorAnswers implements ErrorController {

    private final ErrorAttributes errors;
    private final JsonMapper json;

    ErrorAnswers(ErrorAttributes errors, JsonMapper json) {
        this.errors = errors;
        this.json = json;
    }

    @RequestMapping("/error")
    @Nullable ModelAndView answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var status = status(request);
        var path = path(request);
        if (!ProgramPaths.contain(path)) {
            return new ModelAndView("error", Map.of("status", status.value()), status);
        }
        var problem = problem(request, status);
        problem.setInstance(instance(path));
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
        return null;
    }

    private ProblemDetail problem(HttpServletRequest request, HttpStatusCode status) {
        var fault = RequestFault.of(request);
        if (fault != null) {
            return fault.problem();
        }
        var problem = RequestFault.problem(status);
        if (errors.getError(new ServletWebRequest(request)) instanceof ErrorResponseException error
                && isOurs(error)
                && error.getStatusCode().isSameCodeAs(status)
                && error.getBody().getDetail() != null) {
            problem.setDetail(error.getBody().getDetail());
        }
        return problem;
    }

    /** Only the plain types: Spring's own subclasses carry English details. */
    private static boolean isOurs(ErrorResponseException error) {
        return error.getClass() == ErrorResponseException.class || error.getClass() == ResponseStatusException.class;
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

    private static @Nullable URI instance(String path) {
        try {
            return new URI(path);
        } catch (URISyntaxException _) {
            return null;
        }
    }
}

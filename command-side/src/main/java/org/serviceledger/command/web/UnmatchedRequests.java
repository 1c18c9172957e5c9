package org.serviceledger.command.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.serviceledger.web.Problem;
import org.serviceledger.web.ProblemWriter;
import org.springframework.core.Ordered;
import org.springframework.web.ErrorResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/** Answers requests below {@code /api/} that no controller handles: unknown path, wrong method or wrong media type. */
final class UnmatchedRequests implements HandlerExceptionResolver, Ordered {

    private final ProblemWriter problems;

    UnmatchedRequests(JsonMapper json) {
        this.problems = new ProblemWriter(json);
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception e) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        if (handler instanceof HandlerMethod || !(e instanceof ErrorResponse error) || !path.startsWith("/api/")) {
            return null;
        }
        error.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        try {
            problems.write(Problem.of(error.getStatusCode()), request, response);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new ModelAndView();
    }
}

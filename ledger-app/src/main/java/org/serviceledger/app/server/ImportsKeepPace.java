package org.serviceledger.app.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.serviceledger.projection.engine.ProjectionStatus;
import org.serviceledger.projection.engine.ProjectionStatus.State;
import org.serviceledger.words.Words;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Takes no further batch of an import while a read model is too far behind: an import appends faster than documents can be
 * written, and pages would show less and less of what is recorded. The acts of clerks are never held up, and neither is an
 * import by a read model that is stuck or being rebuilt.
 */
final class ImportsKeepPace implements HandlerInterceptor {

    private static final Pattern BATCHES = Pattern.compile("/api/imports/[^/]+/cases");
    private static final int RETRY_AFTER_SECONDS = 1;

    private final ReadModelWatch readModels;
    private final long longestLag;

    ImportsKeepPace(ReadModelWatch readModels, long longestLag) {
        this.readModels = readModels;
        this.longestLag = longestLag;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (BATCHES.matcher(request.getRequestURI()).matches()) {
            readModels.last().stream()
                    .filter(model -> model.state() == State.LIVE && model.lag() > longestLag)
                    .findFirst()
                    .ifPresent(this::refuse);
        }
        return true;
    }

    private void refuse(ProjectionStatus model) {
        var problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE,
                Words.say("problem.import/pace", "model", model.name(), "lag", model.lag(), "longest", longestLag));
        problem.setProperty("rule", "import/pace");
        var later = new ErrorResponseException(HttpStatus.SERVICE_UNAVAILABLE, problem, null);
        later.getHeaders().set(HttpHeaders.RETRY_AFTER, Integer.toString(RETRY_AFTER_SECONDS));
        throw later;
    }
}

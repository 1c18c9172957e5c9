package org.serviceledger.app.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.regex.Pattern;
import org.serviceledger.projection.engine.ProjectionStatus;
import org.serviceledger.projection.engine.ProjectionStatus.State;
import org.serviceledger.web.Problem;
import org.serviceledger.words.Message;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses batches of an import while a read model lags too far. An import appends faster than the read models write
 * documents, so pages would show less and less of the ledger. Clerks' acts are never refused. A read model that is
 * stuck or being rebuilt does not hold up imports.
 */
final class ImportsKeepPace implements HandlerInterceptor {

    private static final Pattern BATCHES = Pattern.compile("/api/imports/[^/]+/cases");
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

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
        throw Problem.unavailable(
                "import/pace",
                Message.of("problem.import/pace", "model", model.name(), "lag", model.lag(), "longest", longestLag),
                RETRY_AFTER);
    }
}

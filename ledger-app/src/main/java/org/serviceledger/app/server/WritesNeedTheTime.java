package org.serviceledger.app.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.serviceledger.store.clock.ClockDoubt;
import org.serviceledger.store.clock.ClockGuard;
import org.serviceledger.words.Words;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses writes while the clock is in doubt: a wrong time, and a deadline computed from it, would stay in the ledger
 * for ever.
 */
final class WritesNeedTheTime implements HandlerInterceptor {

    private static final String AGAIN_SECONDS = "60";

    private final ClockGuard guard;

    WritesNeedTheTime(ClockGuard guard) {
        this.guard = guard;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (WritesNeedWitnesses.isWrite(request, handler)
                || request.getRequestURI().startsWith("/api/operations/log/")) {
            guard.doubt().ifPresent(WritesNeedTheTime::refuse);
        }
        return true;
    }

    private static void refuse(ClockDoubt doubt) {
        var problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE, Words.say("problem.record/clock", "doubt", doubt.line()));
        problem.setProperty("rule", "record/clock");
        var refusal = new ErrorResponseException(HttpStatus.SERVICE_UNAVAILABLE, problem, null);
        refusal.getHeaders().set(HttpHeaders.RETRY_AFTER, AGAIN_SECONDS);
        throw refusal;
    }
}

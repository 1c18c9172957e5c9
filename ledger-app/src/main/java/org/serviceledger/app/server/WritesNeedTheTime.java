package org.serviceledger.app.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.serviceledger.store.clock.ClockDoubt;
import org.serviceledger.store.clock.ClockGuard;
import org.serviceledger.web.Problem;
import org.serviceledger.words.Message;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses writes while the clock is in doubt: a wrong time, and a deadline computed from it, would stay in the ledger
 * for ever.
 */
final class WritesNeedTheTime implements HandlerInterceptor {

    private static final Duration RETRY_AFTER = Duration.ofMinutes(1);

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
        throw Problem.unavailable(
                "record/clock", Message.of("problem.record/clock", "doubt", doubt.line()), RETRY_AFTER);
    }
}

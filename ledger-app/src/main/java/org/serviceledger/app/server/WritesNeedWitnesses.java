package org.serviceledger.app.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.serviceledger.command.CommandSideConfiguration;
import org.serviceledger.store.publication.Witnessing;
import org.serviceledger.web.Problem;
import org.serviceledger.words.Message;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses writes while cosignatures for earlier events are missing: what cannot be proved must not be recorded. */
final class WritesNeedWitnesses implements HandlerInterceptor {

    private static final String WRITES = CommandSideConfiguration.class.getPackageName() + ".web";

    private final Witnessing witnessing;

    WritesNeedWitnesses(Witnessing witnessing) {
        this.witnessing = witnessing;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var standing = witnessing.standing();
        if (isWrite(request, handler) && WitnessingConfiguration.isAlarming(standing)) {
            throw Problem.unavailable(
                    "record/witnessed",
                    Message.of(
                            "problem.record/witnessed",
                            "alarm",
                            standing.alarm().orElse("")),
                    null);
        }
        return true;
    }

    /** Whether a request is for the write API. */
    static boolean isWrite(HttpServletRequest request, Object handler) {
        return handler instanceof HandlerMethod method
                && method.getBeanType().getPackageName().equals(WRITES)
                && !request.getMethod().matches("GET|HEAD|OPTIONS");
    }
}

package org.serviceledger.command.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.SignedIn;
import org.serviceledger.api.act.AccessRefused;
import org.serviceledger.api.act.DeclaredAct;
import org.serviceledger.api.act.DeclaredActs;
import org.serviceledger.words.Message;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Rejects callers without the required role before the body is read. */
final class RoleCheck implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            act(method).ifPresent(act -> mustBeFor(request.getUserPrincipal(), act));
        }
        return true;
    }

    private static Optional<DeclaredAct> act(HandlerMethod method) {
        if (method.getBean() instanceof ActEndpoint endpoint) {
            return Optional.of(endpoint.act());
        }
        return Optional.ofNullable(method.getMethodAnnotation(ForAct.class))
                .map(named -> DeclaredActs.of(named.value()).orElseThrow());
    }

    private static void mustBeFor(@Nullable Principal principal, DeclaredAct act) {
        if (!(principal instanceof Authentication authentication)
                || !(authentication.getPrincipal() instanceof SignedIn user)) {
            throw RequestRefused.because(
                    HttpStatus.UNAUTHORIZED, "access/signed-in", Message.of("problem.access/sign-in"));
        }
        if (!act.isFor(user)) {
            throw new AccessRefused(
                    "access/role",
                    Message.of(
                            "problem.access/role.one-of",
                            "roles",
                            act.roles().stream().sorted().toList()));
        }
    }
}

package org.serviceledger.command.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.SignedIn;
import org.serviceledger.api.UserRole;
import org.serviceledger.words.Message;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Rejects callers without the required role before the body is read. */
final class RoleCheck implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && method.hasMethodAnnotation(AllowedTo.class)) {
            var roles = method.getMethodAnnotation(AllowedTo.class);
            if (roles != null) {
                mustHold(request.getUserPrincipal(), roles.value());
            }
        }
        return true;
    }

    private static void mustHold(@Nullable Principal principal, UserRole... allowed) {
        if (!(principal instanceof Authentication authentication)
                || !(authentication.getPrincipal() instanceof SignedIn user)) {
            throw RequestRefused.because(
                    HttpStatus.UNAUTHORIZED, "access/signed-in", Message.of("problem.access/sign-in"));
        }
        if (!user.roles().contains(UserRole.ADMINISTRATOR)
                && Arrays.stream(allowed).noneMatch(user.roles()::contains)) {
            throw RequestRefused.forbidden(
                    "access/role", Message.of("problem.access/role.one-of", "roles", List.of(allowed)));
        }
    }
}

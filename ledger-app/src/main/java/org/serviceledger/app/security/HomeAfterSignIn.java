package org.serviceledger.app.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.SignedIn;
import org.serviceledger.api.UserRole;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;

/** Redirects to the page requested before sign-in, or else to the start page of the user's role. */
final class HomeAfterSignIn extends SavedRequestAwareAuthenticationSuccessHandler {

    @Override
    protected String determineTargetUrl(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        return authentication != null && authentication.getPrincipal() instanceof SignedIn user
                ? home(user.roles())
                : "/";
    }

    private static String home(Set<UserRole> roles) {
        if (roles.contains(UserRole.CLERK)) {
            return "/desk";
        }
        return roles.contains(UserRole.ANALYST) || roles.contains(UserRole.MANAGER) ? "/performance" : "/cases";
    }
}

package org.serviceledger.app.security;

import org.serviceledger.app.security.SignInThrottle.Caller;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Authenticates local users, by form or HTTP Basic. */
final class LocalSignIn implements AuthenticationProvider {

    private final LocalUsers users;
    private final SignInThrottle throttle;

    LocalSignIn(LocalUsers users, SignInThrottle throttle) {
        this.users = users;
        this.throttle = throttle;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var caller = new Caller(attempt.getName(), address(attempt));
        if (throttle.mustRest(caller)) {
            throw new LockedException(
                    "too many failures: try again in %d seconds".formatted(SignInThrottle.REST.toSeconds()));
        }
        var user = users.find(attempt.getName(), String.valueOf(attempt.getCredentials()));
        if (user.isEmpty()) {
            throttle.failed(caller);
            throw new BadCredentialsException("no such user, or another password");
        }
        throttle.succeeded(caller);
        var signedIn = UsernamePasswordAuthenticationToken.authenticated(
                user.get(), null, user.get().getAuthorities());
        signedIn.setDetails(attempt.getDetails());
        return signedIn;
    }

    @Override
    public boolean supports(Class<?> attempt) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
    }

    private static String address(Authentication attempt) {
        return attempt.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress())
                : "";
    }
}

package org.serviceledger.app.security;

import java.time.Duration;
import org.serviceledger.app.security.LocalUsers.Account;
import org.serviceledger.web.Throttle;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Authenticates local users, by form or HTTP Basic. After {@value #FAILURES} failures in a row, a user name is locked
 * for a while for that address, whether there is such a user or not.
 */
final class LocalSignIn extends DaoAuthenticationProvider {

    static final int FAILURES = 5;
    static final Duration REST = Duration.ofSeconds(30);

    /** After this time without a failure, a name has all its attempts again; before, one more failure locks it. */
    static final Duration FORGOTTEN = Duration.ofDays(1);

    private final Throttle<Caller> throttle;
    private final RightPasswords right = new RightPasswords();

    LocalSignIn(LocalUsers users, Throttle<Caller> throttle) {
        super(users);
        setPasswordEncoder(users.passwords());
        this.throttle = throttle;
    }

    /** User name and address of a sign-in attempt. */
    record Caller(String userName, String address) {}

    @Override
    public Authentication authenticate(Authentication attempt) {
        var caller = new Caller(attempt.getName(), address(attempt));
        if (throttle.rest(caller).isPresent()) {
            throw new LockedException("too many failures: try again in %d seconds".formatted(REST.toSeconds()));
        }
        try {
            var signedIn = super.authenticate(attempt);
            throttle.succeeded(caller);
            return signedIn;
        } catch (BadCredentialsException e) {
            throttle.failed(caller);
            throw e;
        }
    }

    /** Computes the slow hash only for a password that was not right before. */
    @Override
    protected void additionalAuthenticationChecks(UserDetails user, UsernamePasswordAuthenticationToken attempt) {
        var password = String.valueOf(attempt.getCredentials());
        if (!right.holds(user.getUsername(), password)) {
            super.additionalAuthenticationChecks(user, attempt);
            right.add(user.getUsername(), password);
        }
    }

    /** The principal carries no hash of its password, because sessions hold it. */
    @Override
    protected Authentication createSuccessAuthentication(Object principal, Authentication attempt, UserDetails user) {
        var local = ((Account) user).user();
        var signedIn = UsernamePasswordAuthenticationToken.authenticated(local, null, local.getAuthorities());
        signedIn.setDetails(attempt.getDetails());
        return signedIn;
    }

    private static String address(Authentication attempt) {
        return attempt.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress())
                : "";
    }
}

package org.serviceledger.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.serviceledger.api.UserRole;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.staff.StaffId;
import org.serviceledger.app.data.Credentials;
import org.serviceledger.app.data.LedgerFailed;
import org.serviceledger.app.security.UserSettings.User;
import org.serviceledger.web.Throttle;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

class LocalSignInTest {

    private static final UserSettings SETTINGS = new UserSettings(Map.of(
            "clerk",
            new User("张三", Set.of(UserRole.CLERK), OrganizationId.ofCode("320623001"), StaffId.ofNumber("1"))));

    private Instant now = Instant.parse("2026-11-23T01:00:00Z");
    private final LocalSignIn signIn = signIn("right");

    @Test
    void knowsWhoGivesTheRightPassword() {
        for (int time = 0; time < 2; time++) {
            var user = attempt("clerk", "right");

            assertThat(user.getPrincipal())
                    .isEqualTo(new LocalUser(
                            "clerk",
                            "张三",
                            Set.of(UserRole.CLERK),
                            OrganizationId.ofCode("320623001"),
                            StaffId.ofNumber("1")));
            assertThat(user.getAuthorities())
                    .extracting(GrantedAuthority::getAuthority)
                    .containsExactly("ROLE_CLERK");
        }
    }

    @Test
    void letsNobodyElseIn() {
        attempt("clerk", "right");

        for (var password : new String[] {"wrong", "", "right ", "right".repeat(100)}) {
            assertThatExceptionOfType(BadCredentialsException.class).isThrownBy(() -> attempt("clerk", password));
        }
        assertThatExceptionOfType(BadCredentialsException.class).isThrownBy(() -> attempt("root", "right"));
    }

    @Test
    void restsAfterFiveFailuresEvenFromTheRightPassword() {
        for (int failure = 0; failure < LocalSignIn.FAILURES; failure++) {
            assertThatExceptionOfType(BadCredentialsException.class).isThrownBy(() -> attempt("clerk", "guess"));
        }

        assertThatExceptionOfType(LockedException.class).isThrownBy(() -> attempt("clerk", "right"));
        now = now.plus(LocalSignIn.REST);
        assertThat(attempt("clerk", "right").isAuthenticated()).isTrue();
    }

    @Test
    void restsForNamesOfNobodyToo() {
        for (int failure = 0; failure < LocalSignIn.FAILURES; failure++) {
            assertThatExceptionOfType(BadCredentialsException.class).isThrownBy(() -> attempt("root", "guess"));
        }

        assertThatExceptionOfType(LockedException.class).isThrownBy(() -> attempt("root", "guess"));
        assertThat(attempt("clerk", "right").isAuthenticated()).isTrue();
    }

    @Test
    void restsAgainAfterOneMoreFailure() {
        for (int failure = 0; failure < LocalSignIn.FAILURES; failure++) {
            assertThatExceptionOfType(BadCredentialsException.class).isThrownBy(() -> attempt("clerk", "guess"));
        }
        now = now.plus(LocalSignIn.REST);
        assertThatExceptionOfType(BadCredentialsException.class).isThrownBy(() -> attempt("clerk", "guess"));

        assertThatExceptionOfType(LockedException.class).isThrownBy(() -> attempt("clerk", "right"));
    }

    @Test
    void refusesAPasswordThatCannotBeHashed() {
        assertThatExceptionOfType(LedgerFailed.class)
                .isThrownBy(() -> signIn("x".repeat(73)))
                .withMessageContaining("72 bytes");
    }

    private LocalSignIn signIn(String password) {
        return new LocalSignIn(
                new LocalUsers(SETTINGS, new Credentials(Map.of("clerk", password))),
                new Throttle<>(() -> now, LocalSignIn.FAILURES, LocalSignIn.REST, LocalSignIn.FORGOTTEN));
    }

    private Authentication attempt(String name, String password) {
        return signIn.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(name, password));
    }
}

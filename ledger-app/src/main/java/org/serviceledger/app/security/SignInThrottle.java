package org.serviceledger.app.security;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down password guessing: after {@value #FAILURES} failures in a row, a user name is locked for a while for that
 * address.
 */
final class SignInThrottle {

    static final int FAILURES = 5;
    static final Duration REST = Duration.ofSeconds(30);
    private static final int REMEMBERED = 10_000;

    private final InstantSource clock;
    private final Map<Caller, Failures> failures = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Caller, Failures> eldest) {
            return size() > REMEMBERED;
        }
    };

    SignInThrottle(InstantSource clock) {
        this.clock = clock;
    }

    /** User name and address of a sign-in attempt. */
    record Caller(String userName, String address) {}

    private record Failures(int count, Instant last) {}

    synchronized boolean mustRest(Caller caller) {
        var seen = failures.get(caller);
        return seen != null
                && seen.count() >= FAILURES
                && clock.instant().isBefore(seen.last().plus(REST));
    }

    synchronized void failed(Caller caller) {
        var now = clock.instant();
        failures.merge(caller, new Failures(1, now), (seen, _) -> new Failures(seen.count() + 1, now));
    }

    synchronized void succeeded(Caller caller) {
        failures.remove(caller);
    }
}

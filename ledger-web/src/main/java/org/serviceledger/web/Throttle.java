package org.serviceledger.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Slows down guessing of secrets: after a number of failures in a row, a key must rest. Counts are kept in memory, for
 * a limited number of keys.
 *
 * @param <K> what is guessed at, such as the number of a case
 */
public final class Throttle<K> {

    private static final long MOST_KEYS = 100_000;

    private final InstantSource clock;
    private final int most;
    private final Duration rest;
    private final Cache<K, Failures> failures;

    /**
     * Creates a throttle.
     *
     * @param most the number of failures after which a key rests
     * @param rest how long a key rests after its last failure
     * @param forgotten how long after the last failure the count starts anew. If it is longer than {@code rest}, a
     *     further failure makes a rested key rest again.
     */
    public Throttle(InstantSource clock, int most, Duration rest, Duration forgotten) {
        this.clock = clock;
        this.most = most;
        this.rest = rest;
        this.failures = Caffeine.newBuilder()
                .maximumSize(MOST_KEYS)
                .expireAfterWrite(forgotten)
                .ticker(() -> ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant()))
                .build();
    }

    private record Failures(int count, Instant last) {}

    /** Returns how long the key must still rest, or nothing if it may be tried. */
    public Optional<Duration> rest(K key) {
        return Optional.ofNullable(failures.getIfPresent(key))
                .filter(seen -> seen.count() >= most)
                .map(seen -> Duration.between(clock.instant(), seen.last().plus(rest)))
                .filter(Duration::isPositive);
    }

    /** Counts a failure. */
    public void failed(K key) {
        var now = clock.instant();
        failures.asMap().merge(key, new Failures(1, now), (seen, _) -> new Failures(seen.count() + 1, now));
    }

    /** Forgets the failures of a key. */
    public void succeeded(K key) {
        failures.invalidate(key);
    }
}

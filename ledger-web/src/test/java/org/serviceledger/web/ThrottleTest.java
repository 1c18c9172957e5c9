package org.serviceledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ThrottleTest {

    private static final Duration REST = Duration.ofSeconds(30);

    private Instant now = Instant.parse("2026-11-23T01:00:00Z");
    private final Throttle<String> throttle = new Throttle<>(() -> now, 3, REST, Duration.ofHours(1));

    @Test
    void restsAfterTheLastOfTooManyFailures() {
        fail(2);
        assertThat(throttle.rest("a")).isEmpty();
        now = now.plusSeconds(10);
        fail(1);

        assertThat(throttle.rest("a")).contains(REST);
        assertThat(throttle.rest("b")).isEmpty();
        now = now.plusSeconds(29);
        assertThat(throttle.rest("a")).contains(Duration.ofSeconds(1));
        now = now.plusSeconds(1);
        assertThat(throttle.rest("a")).isEmpty();
    }

    @Test
    void restsAgainAfterOneMoreFailure() {
        fail(3);
        now = now.plus(REST);
        fail(1);

        assertThat(throttle.rest("a")).contains(REST);
    }

    @Test
    void forgetsFailuresBeforeASuccess() {
        fail(2);
        throttle.succeeded("a");
        fail(2);

        assertThat(throttle.rest("a")).isEmpty();
    }

    @Test
    void forgetsFailuresLongAgo() {
        fail(2);
        now = now.plus(Duration.ofHours(1));
        fail(1);

        assertThat(throttle.rest("a")).isEmpty();
    }

    private void fail(int times) {
        for (int time = 0; time < times; time++) {
            throttle.failed("a");
        }
    }
}

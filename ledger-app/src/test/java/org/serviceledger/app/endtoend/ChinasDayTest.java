package org.serviceledger.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChinasDayTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T15:54:59Z, PT0S",
        "2026-11-23T15:55:00Z, PT5M1S",
        "2026-11-23T15:59:59.5Z, PT1.5S",
        "2026-11-23T16:00:00Z, PT0S",
        "2026-12-31T15:59:00Z, PT1M1S",
        "2026-11-23T23:59:59Z, PT0S"
    })
    void isWaitedForIfTooLittleIsLeftOfTheOneBefore(Instant now, Duration wait) {
        assertThat(ChinasDay.untilItLasts(Duration.ofMinutes(5), now)).isEqualTo(wait);
    }
}

package org.serviceledger.app.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.serviceledger.app.operations.DailyAnchorSection.State;

/** Of a day without an anchor; its midnight is in China, eight hours before that of the universal time. */
class DailyAnchorSectionTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T15:59:59Z, 2026-11-22T16:00:40Z, DUE",
        "2026-11-22T15:59:59Z, 2026-11-22T16:04:59Z, DUE",
        "2026-11-22T15:59:59Z, 2026-11-22T16:05:00Z, MISSING",
        "2026-11-20T00:00:00Z, 2026-11-24T03:00:00Z, MISSING",
        "2026-11-22T16:00:00Z, 2026-11-23T10:00:00Z, NOTHING_YET",
        "                    , 2026-11-23T10:00:00Z, NOTHING_YET"
    })
    void isDueOnceThereWasSomethingToRecordByMidnight(Instant begun, Instant now, State expected) {
        assertThat(State.without(LocalDate.of(2026, 11, 23), begun, now)).isEqualTo(expected);
    }
}

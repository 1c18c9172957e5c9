package org.serviceledger.app.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.serviceledger.app.operations.DailyAnchorSection.Line;
import org.serviceledger.app.operations.DailyAnchorSection.State;
import org.serviceledger.query.log.DailyAnchors.Anchor;

/** States of days without a checkpoint. Midnight in China is eight hours before midnight UTC. */
class DailyAnchorSectionTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate LAST_YEARS = LocalDate.of(2024, 2, 29);
    private static final Instant BEGUN = Instant.parse("2023-05-01T00:00:00Z");
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

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

    @Test
    void theLastOneIsShownWheneverItWas() {
        assertThat(DailyAnchorSection.lines(List.of(of(LAST_YEARS), of(LAST_YEARS.minusDays(1))), BEGUN, NOON))
                .containsExactly(
                        new Line(TODAY, State.MISSING, null),
                        new Line(TODAY.minusDays(1), State.MISSING, null),
                        new Line(LAST_YEARS, State.RECORDED, of(LAST_YEARS)));
    }

    @Test
    void noneIsShownTwice() {
        var yesterday = TODAY.minusDays(1);

        assertThat(DailyAnchorSection.lines(List.of(of(yesterday), of(LAST_YEARS)), BEGUN, NOON))
                .containsExactly(
                        new Line(TODAY, State.MISSING, null), new Line(yesterday, State.RECORDED, of(yesterday)));
        assertThat(DailyAnchorSection.lines(List.of(of(TODAY), of(yesterday)), BEGUN, NOON))
                .containsExactly(
                        new Line(TODAY, State.RECORDED, of(TODAY)), new Line(yesterday, State.RECORDED, of(yesterday)));
        assertThat(DailyAnchorSection.lines(List.of(), BEGUN, NOON)).hasSize(2);
    }

    private static Anchor of(LocalDate day) {
        return new Anchor(7, BEGUN, day, "log.example", 7, "root");
    }
}

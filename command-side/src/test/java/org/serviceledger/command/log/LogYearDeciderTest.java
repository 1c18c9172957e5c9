package org.serviceledger.command.log;

import static org.serviceledger.command.Examples.*;

import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.serviceledger.api.log.LogCommand;
import org.serviceledger.api.log.LogCommand.AnchorCheckpoint;
import org.serviceledger.api.log.LogCommand.RecordKeyRotation;
import org.serviceledger.api.log.LogEvent;
import org.serviceledger.api.log.LogEvent.CheckpointAnchored;
import org.serviceledger.api.log.LogEvent.KeyRotated;
import org.serviceledger.api.log.LogRefusal.DayOfAnotherYear;
import org.serviceledger.api.log.LogRefusal.DayPassed;
import org.serviceledger.api.log.LogRefusal.SmallerThanAnchored;
import org.serviceledger.api.log.LogYearId;
import org.serviceledger.command.DeciderSpec;
import org.serviceledger.fixtures.LogYearEvents;

class LogYearDeciderTest {

    private static final LogYearId YEAR = new LogYearId("log-2026");
    private static final LocalDate FIFTH = LocalDate.of(2026, 1, 5);

    @Nested
    class ACheckpoint {

        @Test
        void isAnchoredOnceADay() {
            given().when(anchor(FIFTH, 10)).then(anchored(FIFTH, 10));
            given(anchored(FIFTH, 10)).when(anchor(FIFTH, 12)).thenNothing();
            given(anchored(FIFTH, 10)).when(anchor(FIFTH.plusDays(1), 10)).then(anchored(FIFTH.plusDays(1), 10));
        }

        @Test
        void neverGoesBack() {
            given(anchored(FIFTH, 10))
                    .when(anchor(FIFTH.minusDays(1), 10))
                    .thenRefused(new DayPassed(FIFTH.minusDays(1), FIFTH));
            given(anchored(FIFTH, 10))
                    .when(anchor(FIFTH.plusDays(1), 9))
                    .thenRefused(new SmallerThanAnchored(9, 10, FIFTH));
        }

        @Test
        void belongsToItsYear() {
            var day = LocalDate.of(2027, 1, 1);

            given().when(anchor(day, 10)).thenRefused(new DayOfAnotherYear(YEAR, day));
        }
    }

    @Nested
    class AKey {

        @Test
        void comesInOnce() {
            given().when(rotate("log+1+b")).then(rotated("log+1+b"));
            given(rotated("log+1+b")).when(rotate("log+1+b")).thenNothing();
            given(rotated("log+1+b")).when(rotate("log+1+c")).then(rotated("log+1+c"));
        }
    }

    private static DeciderSpec<LogYearState, LogCommand, LogEvent> given(LogEvent... history) {
        return DeciderSpec.given(LogYearState.INITIAL, LogYearState::evolve, LogYearDecider::decide, history);
    }

    private static AnchorCheckpoint anchor(LocalDate day, long size) {
        return new AnchorCheckpoint(YEAR, day, "log", size, "root", "note", ADMIN, at("2026-01-05 00:01"));
    }

    private static CheckpointAnchored anchored(LocalDate day, long size) {
        return LogYearEvents.checkpointAnchored()
                .of(YEAR)
                .day(day)
                .origin("log")
                .size(size)
                .by(ADMIN)
                .at(at("2026-01-05 00:01"))
                .event();
    }

    private static RecordKeyRotation rotate(String key) {
        return new RecordKeyRotation(YEAR, "log+1+a", key, 11, "statement", ADMIN, at("2026-01-05 09:00"));
    }

    private static KeyRotated rotated(String key) {
        return LogYearEvents.keyRotated()
                .of(YEAR)
                .before("log+1+a")
                .next(key)
                .fromSize(11)
                .by(ADMIN)
                .at(at("2026-01-05 09:00"))
                .event();
    }
}

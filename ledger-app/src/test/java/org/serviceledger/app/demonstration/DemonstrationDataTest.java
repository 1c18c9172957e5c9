package org.serviceledger.app.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.serviceledger.api.LedgerEvent;
import org.serviceledger.api.cases.CaseEvent.CaseAccepted;
import org.serviceledger.api.cases.CaseEvent.CaseFinished;
import org.serviceledger.api.cases.CaseEvent.StepFinished;
import org.serviceledger.api.cases.Timeliness;
import org.serviceledger.api.evaluation.EvaluationEvent.RaterCalledBack;
import org.serviceledger.api.evaluation.EvaluationEvent.RaterContacted;
import org.serviceledger.api.evaluation.EvaluationEvent.RatingAppealDecided;
import org.serviceledger.api.evaluation.EvaluationEvent.RatingRectified;
import org.serviceledger.api.evaluation.EvaluationEvent.ServiceRated;
import org.serviceledger.api.evaluation.EvaluationId;
import org.serviceledger.api.evaluation.RatingLevel;
import org.serviceledger.api.staffday.StaffDayEvent.AbsenceEstablished;
import org.serviceledger.api.staffday.StaffDayEvent.CheckedIn;
import org.serviceledger.api.staffday.StaffDayEvent.HandedOver;
import org.serviceledger.api.staffday.StaffDayEvent.Rostered;
import org.serviceledger.api.windowday.WindowDayEvent.WindowOpened;
import org.serviceledger.api.windowday.WindowDayEvent.WindowPaused;
import org.serviceledger.api.windowday.WindowDayEvent.WindowResumed;

/** Loads the month with the real rules and a real store. The first attempt is interrupted. */
class DemonstrationDataTest {

    private static final Instant NOW = Instant.parse("2026-07-17T07:40:00Z");
    private static final int CUT_OFF_AFTER = 3_000;

    private static CommandSideOnly ledger;
    private static DemonstrationData.Loaded loaded;

    @BeforeAll
    static void load() {
        ledger = CommandSideOnly.start();
        ledger.failAfter(CUT_OFF_AFTER);
        assertThatIllegalStateException()
                .isThrownBy(() -> ledger.demonstration().load(NOW))
                .withMessage("cut off");
        ledger.failNoMore();
        loaded = ledger.demonstration().load(NOW.plusSeconds(86_400));
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @Test
    void noRuleRefusesAnyOfItAndACutIsMended() {
        var month = Month.endingAt(NOW, PublishedCalendar.read(), DemonstrationData.SEED);

        assertThat(loaded.refused()).isZero();
        assertThat(ledger.size() - ledger.yearsPublished())
                .isEqualTo(month.commands().count() + 3);
    }

    @Test
    void isLoadedOnce() {
        var before = ledger.size();

        assertThat(ledger.demonstration().load(NOW.plusSeconds(86_400))).isEqualTo(new DemonstrationData.Loaded(0, 0));
        assertThat(ledger.size()).isEqualTo(before);
    }

    @Test
    void theCaseWorthTracingIsFourDaysLate() {
        var events = ledger.stream(Story.CASE.value());

        assertThat(only(CaseAccepted.class, events).by().name()).isEqualTo("张晓燕");
        assertThat(only(CaseFinished.class, events)).satisfies(finished -> {
            assertThat(finished.timeliness()).isEqualTo(Timeliness.LATE);
            assertThat(finished.overdueWorkingDays()).isEqualTo(4);
            assertThat(finished.lateReason()).contains("B角未补岗");
        });
        assertThat(events.stream()
                        .filter(StepFinished.class::isInstance)
                        .map(StepFinished.class::cast)
                        .findFirst())
                .hasValueSatisfying(handling -> assertThat(handling.late()).isTrue());
    }

    @Test
    void itsWindowStoodEmptyWhileTheStandInWasInTheHall() {
        var period = DemonstratedDays.endingAt(NOW, PublishedCalendar.read());
        var left = Story.in(period).days().get(2);
        var away = Story.in(period).days().get(3);

        assertThat(only(AbsenceEstablished.class, day("01", left)).covered()).isFalse();
        assertThat(day("01", away))
                .noneMatch(CheckedIn.class::isInstance)
                .anyMatch(AbsenceEstablished.class::isInstance);
        assertThat(window(left)).noneMatch(WindowResumed.class::isInstance);
        assertThat(only(WindowPaused.class, window(left)).signShown()).isFalse();
        assertThat(window(away)).noneMatch(WindowOpened.class::isInstance);
        for (var day : List.of(left, away)) {
            assertThat(only(Rostered.class, day("70", day)).name()).isEqualTo("陈建国");
            assertThat(day("70", day)).anyMatch(CheckedIn.class::isInstance);
            assertThat(day("01", day)).noneMatch(HandedOver.class::isInstance);
        }
    }

    @Test
    void itsBadRatingWasFollowedUpLateAndStands() {
        var events = ledger.stream(EvaluationId.of(Story.CASE).value());

        assertThat(only(ServiceRated.class, events)).satisfies(rated -> {
            assertThat(rated.level()).isEqualTo(RatingLevel.VERY_DISSATISFIED);
            assertThat(rated.served().name()).isEqualTo("张晓燕");
            assertThat(rated.rater()).isNotNull();
        });
        assertThat(only(RaterContacted.class, events).late()).isTrue();
        assertThat(only(RatingRectified.class, events).measures()).contains("AB角");
        assertThat(only(RatingAppealDecided.class, events).excluded()).isFalse();
        assertThat(only(RaterCalledBack.class, events).satisfied()).isTrue();
    }

    private static List<LedgerEvent> day(String number, LocalDate date) {
        return ledger.stream("staffday-320623107-%s-%s".formatted(number, date));
    }

    private static List<LedgerEvent> window(LocalDate date) {
        return ledger.stream("windowday-320623107-01-" + date);
    }

    private static <T extends LedgerEvent> T only(Class<T> kind, List<LedgerEvent> events) {
        assertThat(events).filteredOn(kind::isInstance).hasSize(1);
        return events.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow();
    }
}

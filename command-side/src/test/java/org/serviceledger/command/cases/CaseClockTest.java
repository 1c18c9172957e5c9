package org.serviceledger.command.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.serviceledger.command.Examples.*;
import static org.serviceledger.command.cases.CaseHistory.*;

import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.serviceledger.api.calendar.Deadline;
import org.serviceledger.api.calendar.LimitUnit;
import org.serviceledger.api.calendar.TimeLimit;
import org.serviceledger.api.cases.CaseCommand.StartSpecialProcedure;
import org.serviceledger.api.cases.CaseEvent.CaseExtended;
import org.serviceledger.api.cases.CaseEvent.CaseResumed;
import org.serviceledger.api.cases.CaseEvent.SpecialProcedureEnded;
import org.serviceledger.api.cases.CaseRefusal.ClockIsRunning;
import org.serviceledger.api.cases.CaseRefusal.ClockIsStopped;
import org.serviceledger.api.cases.CaseRefusal.DaysNotPositive;
import org.serviceledger.api.cases.CaseRefusal.ExtendedBefore;
import org.serviceledger.api.cases.CaseRefusal.ExtensionTooLong;
import org.serviceledger.api.cases.CaseRefusal.NoticeMissing;
import org.serviceledger.api.cases.CaseRefusal.Stage;
import org.serviceledger.api.cases.SpecialProcedure;

class CaseClockTest {

    @Nested
    class ASpecialProcedure {

        @Test
        void putsBothDeadlinesOffByTheDaysItTook() {
            var ended = accepted()
                    .after(hearing(5, "2024-03-04 09:00"))
                    .when(endHearing("2024-03-06 17:00"))
                    .thenOne(SpecialProcedureEnded.class);

            assertThat(ended.deductedWorkingDays()).isEqualTo(2);
            assertThat(ended.promised().deducted()).isEqualTo(2);
            assertThat(ended.promised().dueOn()).isEqualTo(LocalDate.of(2024, 3, 12));
            assertThat(ended.legal()).isNotNull().extracting(Deadline::dueOn).isEqualTo(LocalDate.of(2024, 4, 2));
        }

        @Test
        void takesOffNoMoreThanTheDaysApproved() {
            var ended = accepted()
                    .after(hearing(3, "2024-03-04 09:00"))
                    .when(endHearing("2024-03-20 17:00"))
                    .thenOne(SpecialProcedureEnded.class);

            assertThat(ended.deductedWorkingDays()).isEqualTo(3);
            assertThat(ended.promised().dueOn()).isEqualTo(LocalDate.of(2024, 3, 13));
        }

        @Test
        void addsToWhatAnotherTookOffBefore() {
            var ended = accepted()
                    .after(
                            hearing(3, "2024-03-04 09:00"),
                            endHearing("2024-03-05 09:00"),
                            hearing(3, "2024-03-05 10:00"))
                    .when(endHearing("2024-03-07 09:00"))
                    .thenOne(SpecialProcedureEnded.class);

            assertThat(ended.promised().deducted()).isEqualTo(3);
            assertThat(ended.promised().dueOn()).isEqualTo(LocalDate.of(2024, 3, 13));
        }

        @Test
        void ofALimitInCalendarDaysTakesOffCalendarDays() {
            var limit = new TimeLimit(10, LimitUnit.CALENDAR_DAY);
            var ended = of(inForce(promised(null, limit)))
                    .after(
                            applied("2024-03-01 09:00"),
                            receive("2024-03-01 09:05"),
                            accept("2024-03-01 09:10"),
                            hearing(3, "2024-03-07 09:00"))
                    .when(endHearing("2024-03-15 09:00"))
                    .thenOne(SpecialProcedureEnded.class);

            assertThat(ended.deductedWorkingDays()).isEqualTo(3);
            assertThat(ended.promised().deducted())
                    .as("from Thursday to Tuesday, the third working day")
                    .isEqualTo(5);
            assertThat(ended.promised().dueOn()).isEqualTo(LocalDate.of(2024, 3, 16));
        }

        @Test
        void needsAWrittenNoticeAndAPeriod() {
            var unwritten = new StartSpecialProcedure(
                    CASE, SpecialProcedure.TESTING, 5, "需检测", "", HANDLER, at("2024-03-04 09:00"));

            accepted().when(unwritten).thenRefused(new NoticeMissing(CASE));
            accepted().when(hearing(0, "2024-03-04 09:00")).thenRefused(new DaysNotPositive(CASE, 0));
        }

        @Test
        void excludesAnyOtherStop() {
            var stopped = accepted().after(hearing(3, "2024-03-04 09:00"));

            stopped.when(hearing(3, "2024-03-05 09:00"))
                    .thenRefused(new ClockIsStopped(CASE, SpecialProcedure.HEARING));
            stopped.when(suspend("2024-03-05 09:00")).thenRefused(new ClockIsStopped(CASE, SpecialProcedure.HEARING));
            stopped.when(resume("2024-03-05 09:00")).thenRefused(new ClockIsStopped(CASE, SpecialProcedure.HEARING));
        }

        @Test
        void mustBeOverBeforeTheDecision() {
            approved()
                    .after(hearing(3, "2024-03-04 13:00"))
                    .when(grant(APPROVER, "2024-03-05 09:00"))
                    .thenRefused(new ClockIsStopped(CASE, SpecialProcedure.HEARING));
        }

        @Test
        void endsOnlyIfItBegan() {
            accepted().when(endHearing("2024-03-05 09:00")).thenRefused(new ClockIsRunning(CASE));
        }
    }

    @Nested
    class ASuspension {

        @Test
        void takesOffAllTheDaysItLasted() {
            var resumed = accepted()
                    .after(suspend("2024-03-04 09:00"))
                    .when(resume("2024-03-18 09:00"))
                    .thenOne(CaseResumed.class);

            assertThat(resumed.deductedWorkingDays()).isEqualTo(10);
            assertThat(resumed.promised().dueOn()).isEqualTo(LocalDate.of(2024, 3, 22));
        }

        @Test
        void mustBeOverBeforeTheDecision() {
            approved()
                    .after(suspend("2024-03-04 13:00"))
                    .when(grant(APPROVER, "2024-03-05 09:00"))
                    .thenRefused(new ClockIsStopped(CASE, null));
        }
    }

    @Nested
    class AnExtension {

        @Test
        void lengthensBothLimits() {
            var extended = accepted().when(extend(10, "2024-03-08 09:00")).thenOne(CaseExtended.class);

            assertThat(extended.promised().limit()).isEqualTo(TimeLimit.workingDays(15));
            assertThat(extended.promised().dueOn()).isEqualTo(LocalDate.of(2024, 3, 22));
            assertThat(extended.legal()).isNotNull().extracting(Deadline::limit).isEqualTo(TimeLimit.workingDays(30));
        }

        @Test
        void isTenWorkingDaysAtMost() {
            accepted().when(extend(11, "2024-03-05 09:00")).thenRefused(new ExtensionTooLong(CASE, 11, 10));
        }

        @Test
        void isFifteenAtMostWhereDepartmentsHandleTheCaseTogether() {
            var joint = accepted().after(route(true, "2024-03-01 09:15", "民政局", "残联"));

            joint.when(extend(15, "2024-03-05 09:00")).thenOne(CaseExtended.class);
            joint.when(extend(16, "2024-03-05 09:00")).thenRefused(new ExtensionTooLong(CASE, 16, 15));
        }

        @Test
        void isGrantedOnce() {
            accepted()
                    .after(extend(3, "2024-03-05 09:00"))
                    .when(extend(3, "2024-03-06 09:00"))
                    .thenRefused(new ExtendedBefore(CASE));
        }

        @Test
        void neverSavesADeadlineThatIsPast() {
            var extended = accepted().when(extend(10, "2024-03-11 09:00")).thenOne(CaseExtended.class);

            assertThat(extended.promised().dueOn()).isEqualTo(LocalDate.of(2024, 3, 8));
            assertThat(extended.legal()).isNotNull().extracting(Deadline::dueOn).isEqualTo(LocalDate.of(2024, 4, 15));
            accepted().when(extend(10, "2024-03-30 09:00")).thenRefused(notNow("Extend", Stage.OVERDUE));
        }
    }
}

package org.serviceledger.command.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.serviceledger.command.Examples.*;
import static org.serviceledger.command.cases.CaseHistory.*;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.serviceledger.api.calendar.TimeLimit;
import org.serviceledger.api.cases.CaseCommand.Terminate;
import org.serviceledger.api.cases.CaseCommand.Withdraw;
import org.serviceledger.api.cases.CaseEvent.CaseDelivered;
import org.serviceledger.api.cases.CaseEvent.CaseFinished;
import org.serviceledger.api.cases.CaseEvent.ResultIssued;
import org.serviceledger.api.cases.CaseRefusal.LateReasonMissing;
import org.serviceledger.api.cases.CaseRefusal.Stage;
import org.serviceledger.api.cases.TimeUsed;
import org.serviceledger.api.cases.Timeliness;
import org.serviceledger.api.item.StepKind;
import org.serviceledger.fixtures.CaseEvents;

class EndingTest {

    @Nested
    class AFinishedCase {

        @Test
        void isEarlyBeforeTheLastDayOfThePromise() {
            granted()
                    .when(end(null, "2024-03-04 12:10"))
                    .then(CaseEvents.finished()
                            .of(CASE)
                            .used(new TimeUsed(1, 270_000))
                            .timeliness(Timeliness.EARLY)
                            .overdueWorkingDays(0)
                            .lateReason(null)
                            .by(CLERK)
                            .at(at("2024-03-04 12:10"))
                            .event());
        }

        @Test
        void isOnTimeUntilMidnightOfTheLastDay() {
            var finished = granted().when(end(null, "2024-03-09 00:00")).thenOne(CaseFinished.class);

            assertThat(finished.timeliness()).isEqualTo(Timeliness.ON_TIME);
        }

        @Test
        void isADayLateOneSecondLater() {
            var finished = granted().when(end("系统故障", "2024-03-09 00:00:01")).thenOne(CaseFinished.class);

            assertThat(finished.timeliness()).isEqualTo(Timeliness.LATE);
            assertThat(finished.overdueWorkingDays()).isEqualTo(1);
            assertThat(finished.lateReason()).isEqualTo("系统故障");
            assertThat(finished.pastLegalLimit()).isFalse();
        }

        @Test
        void countsTheDaysItIsLateAndKnowsTheLegalLimit() {
            var finished = granted().when(end("系统故障", "2024-04-01 09:00")).thenOne(CaseFinished.class);

            assertThat(finished.overdueWorkingDays()).isEqualTo(16);
            assertThat(finished.pastLegalLimit()).isTrue();
        }

        @Test
        void owesAReasonWhenItIsLate() {
            var promised = CALENDAR.deadline(at("2024-03-01 09:10"), TimeLimit.workingDays(5));

            granted().when(end(" ", "2024-03-11 09:00")).thenRefused(new LateReasonMissing(CASE, promised));
            granted().when(end(null, "2024-03-11 09:00")).thenRefused(new LateReasonMissing(CASE, promised));
        }

        @Test
        void takesOffWhatDidNotCount() {
            var finished = accepted()
                    .after(hearing(3, "2024-03-04 08:00"), endHearing("2024-03-07 08:00"))
                    .after(
                            route(false, "2024-03-07 09:00", "民政局"),
                            start("承办", StepKind.HANDLE, HANDLER, "2024-03-07 10:00"),
                            finish("承办", HANDLER, "2024-03-08 10:00"),
                            grant(APPROVER, "2024-03-11 10:00"))
                    .when(end(null, "2024-03-11 10:00"))
                    .thenOne(CaseFinished.class);

            assertThat(finished.used().workingDays()).isEqualTo(3);
            assertThat(finished.timeliness()).isEqualTo(Timeliness.EARLY);
        }

        @Test
        void isFinishedOnlyAfterADecision() {
            approved().when(end(null, "2024-03-04 13:00")).thenRefused(notNow("Finish", Stage.IN_PROGRESS));
        }

        @Test
        void isIssuedAndDeliveredOnce() {
            var finished = granted().after(end(null, "2024-03-04 12:10"));

            finished.when(issue("2024-03-04 12:20")).thenOne(ResultIssued.class);
            finished.after(issue("2024-03-04 12:20"))
                    .when(issue("2024-03-04 12:30"))
                    .thenRefused(notNow("IssueResult", Stage.ISSUED));
            finished.after(issue("2024-03-04 12:20"))
                    .when(deliver("2024-03-05 09:00"))
                    .thenOne(CaseDelivered.class);
            finished.after(deliver("2024-03-05 09:00"))
                    .when(deliver("2024-03-05 10:00"))
                    .thenRefused(notNow("Deliver", Stage.DELIVERED));
        }
    }

    @Nested
    class AnApplicant {

        @Test
        void mayWithdrawUntilTheDecision() {
            var withdraw = new Withdraw(CASE, "不再需要", CITIZEN, at("2024-03-04 13:00"));

            approved()
                    .when(withdraw)
                    .then(CaseEvents.withdrawn()
                            .of(CASE)
                            .reason("不再需要")
                            .by(CITIZEN)
                            .at(withdraw.at())
                            .event());
            granted().when(withdraw).thenRefused(notNow("Withdraw", Stage.DECIDED));
        }
    }

    @Nested
    class ATermination {

        @Test
        void isPossibleAtAnyTimeWithAReason() {
            var time = at("2024-03-04 13:00");

            granted()
                    .when(new Terminate(CASE, "申请人死亡", CLERK, time))
                    .then(CaseEvents.terminated()
                            .of(CASE)
                            .reason("申请人死亡")
                            .by(CLERK)
                            .at(time)
                            .event());
            received().when(new Terminate(CASE, "", CLERK, time)).thenRefused(noReasons("Terminate"));
        }

        @Test
        void leavesNothingToDeliver() {
            received()
                    .after(new Terminate(CASE, "申请人死亡", CLERK, at("2024-03-04 13:00")))
                    .when(deliver("2024-03-05 10:00"))
                    .thenRefused(notNow("Deliver", Stage.TERMINATED));
        }
    }

    @Nested
    class AnImpossibleHistory {

        @Test
        void failsLoudly() {
            var finished = granted().after(end(null, "2024-03-04 12:10")).state();

            assertThatIllegalStateException()
                    .isThrownBy(() -> finished.evolve(CaseEvents.withdrawn()
                            .of(CASE)
                            .reason("")
                            .by(CITIZEN)
                            .at(at("2024-03-05 09:00"))
                            .event()))
                    .withMessageContaining("cannot follow");
        }
    }
}

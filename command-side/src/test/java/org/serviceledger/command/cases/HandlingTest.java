package org.serviceledger.command.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.serviceledger.command.Examples.*;
import static org.serviceledger.command.cases.CaseHistory.*;

import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.serviceledger.api.calendar.Deadline;
import org.serviceledger.api.cases.CaseCommand.FinishStep;
import org.serviceledger.api.cases.CaseCommand.RaiseObjection;
import org.serviceledger.api.cases.CaseEvent.CaseDenied;
import org.serviceledger.api.cases.CaseEvent.CaseGranted;
import org.serviceledger.api.cases.CaseEvent.StepFinished;
import org.serviceledger.api.cases.CaseEvent.StepStarted;
import org.serviceledger.api.cases.CaseRefusal.NoStepOfKind;
import org.serviceledger.api.cases.CaseRefusal.NoSuchStep;
import org.serviceledger.api.cases.CaseRefusal.OwnReviewer;
import org.serviceledger.api.cases.CaseRefusal.RemediesMissing;
import org.serviceledger.api.cases.CaseRefusal.Stage;
import org.serviceledger.api.cases.CaseRefusal.StepIsOpen;
import org.serviceledger.api.cases.DecisionChain;
import org.serviceledger.api.cases.StepOutcome;
import org.serviceledger.api.cases.TimeUsed;
import org.serviceledger.api.item.StepKind;
import org.serviceledger.fixtures.CaseEvents;

class HandlingTest {

    @Nested
    class AStep {

        @Test
        void needsTheCaseToBeRoutedFirst() {
            accepted()
                    .when(start("承办", StepKind.HANDLE, HANDLER, "2024-03-04 09:00"))
                    .thenRefused(notNow("StartStep", Stage.NOT_ROUTED));
        }

        @Test
        void hasTheLimitTheItemSetsForIt() {
            var started = routed().when(start("承办", StepKind.HANDLE, HANDLER, "2024-03-04 09:00"))
                    .thenOne(StepStarted.class);

            assertThat(started.due()).isNotNull().extracting(Deadline::dueOn).isEqualTo(LocalDate.of(2024, 3, 6));
        }

        @Test
        void saysWhatTimeItTook() {
            var finished = routed().after(start("承办", StepKind.HANDLE, HANDLER, "2024-03-04 09:00"))
                    .when(finish("承办", HANDLER, "2024-03-05 10:30"))
                    .thenOne(StepFinished.class);

            assertThat(finished.used()).isEqualTo(new TimeUsed(1, 91_800));
            assertThat(finished.late()).isFalse();
        }

        @Test
        void isLateOneSecondAfterItsLastDay() {
            var started = routed().after(start("承办", StepKind.HANDLE, HANDLER, "2024-03-04 09:00"));

            assertThat(started.when(finish("承办", HANDLER, "2024-03-07 00:00"))
                            .thenOne(StepFinished.class)
                            .late())
                    .isFalse();
            assertThat(started.when(finish("承办", HANDLER, "2024-03-07 00:00:01"))
                            .thenOne(StepFinished.class)
                            .late())
                    .isTrue();
        }

        @Test
        void isNotChargedWithWhatTheClockOfTheCaseLeavesOut() {
            var finished = routed().after(
                            start("承办", StepKind.HANDLE, HANDLER, "2024-03-04 09:00"),
                            hearing(3, "2024-03-04 10:00"),
                            endHearing("2024-03-07 10:00"))
                    .when(finish("承办", HANDLER, "2024-03-08 10:00"))
                    .thenOne(StepFinished.class);

            assertThat(finished.used().workingDays()).isEqualTo(1);
            assertThat(finished.due()).isNotNull().extracting(Deadline::dueOn).isEqualTo(LocalDate.of(2024, 3, 11));
            assertThat(finished.late()).isFalse();
        }

        @Test
        void excludesAnyOtherUnlessDepartmentsWorkSideBySide() {
            var handling = start("承办", StepKind.HANDLE, HANDLER, "2024-03-04 09:00");
            var other = start("会办", StepKind.HANDLE, CLERK, "2024-03-04 09:30");

            routed().after(handling).when(other).thenRefused(new StepIsOpen(CASE, "承办"));
            accepted()
                    .after(route(true, "2024-03-01 09:15", "民政局", "残联"), handling)
                    .when(other)
                    .thenOne(StepStarted.class);
            accepted()
                    .after(route(true, "2024-03-01 09:15", "民政局", "残联"), handling)
                    .when(handling)
                    .thenRefused(new StepIsOpen(CASE, "承办"));
        }

        @Test
        void isFinishedOnlyIfItWasStarted() {
            routed().when(finish("承办", HANDLER, "2024-03-04 10:00")).thenRefused(new NoSuchStep(CASE, "承办"));
        }

        @Test
        void isNotApprovedByWhoeverHandledTheCase() {
            routed().after(
                            start("承办", StepKind.HANDLE, HANDLER, "2024-03-04 09:00"),
                            finish("承办", HANDLER, "2024-03-04 10:00"),
                            start("批准", StepKind.APPROVE, HANDLER, "2024-03-04 10:01"))
                    .when(finish("批准", HANDLER, "2024-03-04 10:02"))
                    .thenRefused(new OwnReviewer(CASE, HANDLER.person()));
        }

        @Test
        void isNotHandledByWhoeverApprovedItBeforehand() {
            routed().after(
                            start("批准", StepKind.APPROVE, APPROVER, "2024-03-04 09:00"),
                            finish("批准", APPROVER, "2024-03-04 10:00"),
                            start("承办", StepKind.HANDLE, APPROVER, "2024-03-04 10:01"))
                    .when(finish("承办", APPROVER, "2024-03-04 10:02"))
                    .thenRefused(new OwnReviewer(CASE, APPROVER.person()));
        }
    }

    @Nested
    class ADecision {

        @Test
        void namesTheHandsItRestsOn() {
            approved()
                    .when(grant(APPROVER, "2024-03-04 12:05"))
                    .then(CaseEvents.granted()
                            .of(CASE)
                            .documentNumber("JD-1")
                            .opinion("符合条件")
                            .chain(new DecisionChain(HANDLER, REVIEWER, APPROVER))
                            .by(APPROVER)
                            .at(at("2024-03-04 12:05"))
                            .event());
        }

        @Test
        void doesNotRestOnAHandThatSentTheCaseBack() {
            var granted = routed().after(
                            start("承办", StepKind.HANDLE, HANDLER, "2024-03-04 09:00"),
                            finish("承办", HANDLER, "2024-03-04 10:00"),
                            start("审核", StepKind.REVIEW, REVIEWER, "2024-03-04 10:00"),
                            new FinishStep(CASE, "审核", StepOutcome.RETURNED, "材料不清", REVIEWER, at("2024-03-04 11:00")))
                    .when(grant(APPROVER, "2024-03-04 12:05"))
                    .thenOne(CaseGranted.class);

            assertThat(granted.chain()).isEqualTo(new DecisionChain(HANDLER, null, null));
        }

        @Test
        void waitsForOpenSteps() {
            routed().after(start("承办", StepKind.HANDLE, HANDLER, "2024-03-04 09:00"))
                    .when(grant(APPROVER, "2024-03-04 12:05"))
                    .thenRefused(new StepIsOpen(CASE, "承办"));
        }

        @Test
        void needsTheCaseToHaveBeenHandled() {
            routed().when(grant(APPROVER, "2024-03-04 12:05")).thenRefused(new NoStepOfKind(CASE, StepKind.HANDLE));
        }

        @Test
        void isNotTakenByWhoeverHandledTheCase() {
            approved().when(grant(HANDLER, "2024-03-04 12:05")).thenRefused(new OwnReviewer(CASE, HANDLER.person()));
        }

        @Test
        void againstTheApplicantGivesReasonsAndRemedies() {
            approved().when(deny("", "可申请行政复议", "2024-03-04 12:05")).thenRefused(noReasons("Deny"));
            approved().when(deny("收入超过标准", "", "2024-03-04 12:05")).thenRefused(new RemediesMissing(CASE));
            approved().when(deny("收入超过标准", "可申请行政复议", "2024-03-04 12:05")).thenOne(CaseDenied.class);
        }

        @Test
        void onAnInstantCaseNeedsOnePersonAndNoSteps() {
            var decided = of(INSTANT)
                    .after(applied("2024-03-01 09:00"), receive("2024-03-01 09:01"), accept("2024-03-01 09:02"))
                    .when(grant(CLERK, "2024-03-01 09:05"))
                    .thenOne(CaseGranted.class);

            assertThat(decided.chain()).isEqualTo(new DecisionChain(null, null, null));
        }

        @Test
        void mayBeObjectedToOnRecord() {
            var objection = new RaiseObjection(CASE, "要求当日办结的指示", "材料不齐", HANDLER, at("2024-03-04 12:10"));

            granted()
                    .when(objection)
                    .then(CaseEvents.objectionRaised()
                            .of(CASE)
                            .against("要求当日办结的指示")
                            .text("材料不齐")
                            .by(HANDLER)
                            .at(objection.at())
                            .event());
        }
    }
}

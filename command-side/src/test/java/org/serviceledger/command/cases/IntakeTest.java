package org.serviceledger.command.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.serviceledger.command.Examples.*;
import static org.serviceledger.command.cases.CaseHistory.*;

import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.serviceledger.api.calendar.Deadline;
import org.serviceledger.api.calendar.TimeLimit;
import org.serviceledger.api.cases.CaseCommand.CorrectOnTheSpot;
import org.serviceledger.api.cases.CaseCommand.RecordFirstAsked;
import org.serviceledger.api.cases.CaseEvent.CaseAccepted;
import org.serviceledger.api.cases.CaseEvent.CaseApplied;
import org.serviceledger.api.cases.CaseEvent.CaseDeemedAccepted;
import org.serviceledger.api.cases.CaseEvent.SupplementRequested;
import org.serviceledger.api.cases.CaseRefusal.AlreadyApplied;
import org.serviceledger.api.cases.CaseRefusal.BeforeThePrevious;
import org.serviceledger.api.cases.CaseRefusal.ItemNotInUse;
import org.serviceledger.api.cases.CaseRefusal.ItemNotYetInForce;
import org.serviceledger.api.cases.CaseRefusal.NoSuchCase;
import org.serviceledger.api.cases.CaseRefusal.NoSuchItem;
import org.serviceledger.api.cases.CaseRefusal.NotYetDeemed;
import org.serviceledger.api.cases.CaseRefusal.NothingMissing;
import org.serviceledger.api.cases.CaseRefusal.NoticeTooLate;
import org.serviceledger.api.cases.CaseRefusal.Stage;
import org.serviceledger.api.cases.CaseRefusal.SupplementRequestedBefore;
import org.serviceledger.api.item.ItemRefusal.State;
import org.serviceledger.api.organization.OrganizationRefusal.NotEstablished;
import org.serviceledger.api.window.WindowRefusal.WindowIsRetired;
import org.serviceledger.api.window.WindowRefusal.WindowNotSetUp;
import org.serviceledger.command.item.ItemStanding;
import org.serviceledger.command.window.WindowStanding;
import org.serviceledger.fixtures.CaseEvents;

class IntakeTest {

    /** Midnight at the end of Friday, the fifth working day after receipt. */
    private static final Deadline NOTICE_DUE = CALENDAR.deadline(at("2024-03-01 09:05"), TimeLimit.workingDays(5));

    @Nested
    class AnApplication {

        @Test
        void keepsTheItemAsItIsInForce() {
            var applied = nothing().when(applied("2024-03-01 09:00")).thenOne(CaseApplied.class);

            assertThat(applied.item().version()).isEqualTo(3);
            assertThat(applied.item().promisedLimit()).isEqualTo(TimeLimit.workingDays(5));
            assertThat(applied.occurredAt()).isEqualTo(at("2024-03-01 09:00"));
        }

        @Test
        void isMadeOnceUnderANumber() {
            received().when(applied("2024-03-02 09:00")).thenRefused(new AlreadyApplied(CASE));
        }

        @Test
        void needsAnItem() {
            of(new ItemStanding.NoSuchItem()).when(applied("2024-03-01 09:00")).thenRefused(new NoSuchItem(ITEM));
        }

        @Test
        void needsAnItemInUse() {
            of(new ItemStanding.OutOfUse(State.SUSPENDED))
                    .when(applied("2024-03-01 09:00"))
                    .thenRefused(new ItemNotInUse(ITEM, State.SUSPENDED, at("2024-03-01 09:00")));
        }

        @Test
        void needsAnItemThatWasInForceAlready() {
            of(new ItemStanding.NotYetInForce(at("2024-03-02 00:00")))
                    .when(applied("2024-03-01 09:00"))
                    .thenRefused(new ItemNotYetInForce(ITEM, at("2024-03-01 09:00"), at("2024-03-02 00:00")));
        }

        @Test
        void needsAHallThatIsThere() {
            new CaseHistory(new CaseState.NotApplied(), new CaseFacts(CALENDAR, PROMISED, false, WindowStanding.IN_USE))
                    .when(applied("2024-03-01 09:00"))
                    .thenRefused(new NotEstablished(TOWN));
        }

        @Test
        void needsAWindowInUseOfThatHall() {
            var retired = new CaseFacts(CALENDAR, PROMISED, true, WindowStanding.RETIRED);

            new CaseHistory(new CaseState.NotApplied(), retired)
                    .when(applied("2024-03-01 09:00"))
                    .thenRefused(new WindowIsRetired(WINDOW));
            nothing().when(applied(COUNTY, "2024-03-01 09:00")).thenRefused(new WindowNotSetUp(WINDOW));
        }

        @Test
        void isWhatEverythingElseNeedsFirst() {
            nothing().when(receive("2024-03-01 09:00")).thenRefused(new NoSuchCase(CASE));
        }

        @Test
        void saysWhoWasAskedFirstAsOftenAsThatIsSaid() {
            var first = new RecordFirstAsked(CASE, CLERK, at("2024-03-01 09:01"));

            nothing()
                    .after(applied("2024-03-01 09:00"), first)
                    .when(first)
                    .then(CaseEvents.firstAskedRecorded()
                            .of(CASE)
                            .by(CLERK)
                            .at(first.at())
                            .event());
        }
    }

    @Nested
    class AReceivedCase {

        @Test
        void isToBeAnsweredWithinFiveWorkingDays() {
            nothing()
                    .after(applied("2024-03-01 09:00"))
                    .when(receive("2024-03-01 09:05"))
                    .then(CaseEvents.received()
                            .of(CASE)
                            .receiptNumber("SJ-1")
                            .acceptanceDue(NOTICE_DUE)
                            .by(CLERK)
                            .at(at("2024-03-01 09:05"))
                            .event());
            assertThat(NOTICE_DUE.dueOn()).isEqualTo(LocalDate.of(2024, 3, 8));
        }

        @Test
        void isNotReceivedTwice() {
            received().when(receive("2024-03-01 10:00")).thenRefused(notNow("Receive", Stage.RECEIVED));
        }

        @Test
        void canBeCorrectedOnTheSpot() {
            received()
                    .when(new CorrectOnTheSpot(CASE, "补写日期", CITIZEN, at("2024-03-01 09:06")))
                    .then(CaseEvents.correctedOnTheSpot()
                            .of(CASE)
                            .correction("补写日期")
                            .by(CITIZEN)
                            .at(at("2024-03-01 09:06"))
                            .event());
        }

        @Test
        void takesNothingFromBeforeItWasReceived() {
            received()
                    .when(accept("2024-03-01 09:04"))
                    .thenRefused(new BeforeThePrevious(CASE, at("2024-03-01 09:04"), at("2024-03-01 09:05")));
        }

        @Test
        void isToldOnceWhatIsMissing() {
            var asked = received()
                    .when(requestSupplement("2024-03-08 23:59", "户口簿", "收入证明"))
                    .thenOne(SupplementRequested.class);

            assertThat(asked.missing()).containsExactly("户口簿", "收入证明");
            assertThat(asked.due().dueOn()).isEqualTo(LocalDate.of(2024, 3, 22));
        }

        @Test
        void isNotToldASecondTime() {
            received()
                    .after(requestSupplement("2024-03-04 09:00", "户口簿"))
                    .when(requestSupplement("2024-03-05 09:00", "收入证明"))
                    .thenRefused(new SupplementRequestedBefore(CASE));
            received()
                    .after(requestSupplement("2024-03-04 09:00", "户口簿"), supplement("2024-03-05 09:00"))
                    .when(requestSupplement("2024-03-05 10:00", "收入证明"))
                    .thenRefused(new SupplementRequestedBefore(CASE));
        }

        @Test
        void isNotToldThatNothingIsMissing() {
            received().when(requestSupplement("2024-03-04 09:00", " ")).thenRefused(new NothingMissing(CASE));
        }

        @Test
        void isNotToldTooLate() {
            received()
                    .when(requestSupplement("2024-03-09 00:00:01", "户口簿"))
                    .thenRefused(new NoticeTooLate(CASE, NOTICE_DUE));
        }

        @Test
        void waitsForWhatIsMissing() {
            received()
                    .after(requestSupplement("2024-03-04 09:00", "户口簿"))
                    .when(accept("2024-03-05 09:00"))
                    .thenRefused(notNow("Accept", Stage.SUPPLEMENTING));
        }
    }

    @Nested
    class Acceptance {

        @Test
        void startsThePromisedAndTheLegalClock() {
            var accepted = received().when(accept("2024-03-01 09:10")).thenOne(CaseAccepted.class);

            assertThat(accepted.promised())
                    .isEqualTo(CALENDAR.deadline(accepted.occurredAt(), TimeLimit.workingDays(5)));
            assertThat(accepted.promised().dueOn()).isEqualTo(LocalDate.of(2024, 3, 8));
            assertThat(accepted.promised().algorithm()).isEqualTo("next-day/end-of-day@1");
            assertThat(accepted.promised().calendarVersion()).isEqualTo(9);
            assertThat(accepted.legal()).isNotNull().extracting(Deadline::dueOn).isEqualTo(LocalDate.of(2024, 3, 29));
        }

        @Test
        void isStillPossibleAfterATimelyNoticeHoweverLongTheApplicantTook() {
            received()
                    .after(requestSupplement("2024-03-04 09:00", "户口簿"), supplement("2024-03-20 09:00"))
                    .when(accept("2024-03-20 09:10"))
                    .thenOne(CaseAccepted.class);
        }

        @Test
        void cannotBePutOffBySilence() {
            received().when(accept("2024-03-09 00:00:01")).thenRefused(new NoticeTooLate(CASE, NOTICE_DUE));
            received()
                    .when(refuseAcceptance("不属于本机关职权", "2024-03-11 09:00"))
                    .thenRefused(new NoticeTooLate(CASE, NOTICE_DUE));
        }

        @Test
        void isDeemedAsOfReceiptWhenNobodySaidAnything() {
            var deemed = received().when(deemAccepted("2024-03-09 00:00:01")).thenOne(CaseDeemedAccepted.class);

            assertThat(deemed.since()).isEqualTo(at("2024-03-01 09:05"));
            assertThat(deemed.promised().from()).isEqualTo(LocalDate.of(2024, 3, 1));
            assertThat(deemed.promised().dueOn()).isEqualTo(LocalDate.of(2024, 3, 8));
        }

        @Test
        void isDeemedOnce() {
            received()
                    .after(deemAccepted("2024-03-09 00:00:01"))
                    .when(deemAccepted("2024-03-10 00:00"))
                    .thenNothing();
        }

        @Test
        void isNotDeemedWithinThePeriodNorAfterANotice() {
            received().when(deemAccepted("2024-03-09 00:00")).thenRefused(new NotYetDeemed(CASE, NOTICE_DUE));
            received()
                    .after(requestSupplement("2024-03-04 09:00", "户口簿"))
                    .when(deemAccepted("2024-03-11 09:00"))
                    .thenRefused(new SupplementRequestedBefore(CASE));
        }

        @Test
        void isRefusedWithReasons() {
            received().when(refuseAcceptance(" ", "2024-03-01 10:00")).thenRefused(noReasons("RefuseAcceptance"));
            received()
                    .when(refuseAcceptance("不属于本机关职权", "2024-03-01 10:00"))
                    .then(CaseEvents.acceptanceRefused()
                            .of(CASE)
                            .documentNumber("BSL-1")
                            .reasons("不属于本机关职权")
                            .by(CLERK)
                            .at(at("2024-03-01 10:00"))
                            .event());
        }

        @Test
        void onceRefusedEndsTheCase() {
            received()
                    .after(refuseAcceptance("不属于本机关职权", "2024-03-01 10:00"))
                    .when(accept("2024-03-01 11:00"))
                    .thenRefused(notNow("Accept", Stage.NOT_ACCEPTED));
        }
    }
}

package org.serviceledger.command.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.serviceledger.command.Examples.*;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.serviceledger.api.Actor;
import org.serviceledger.api.calendar.Deadline;
import org.serviceledger.api.calendar.WorkingDayCalendar;
import org.serviceledger.api.cases.Applicant;
import org.serviceledger.api.cases.CaseId;
import org.serviceledger.api.evaluation.EvaluationCommand;
import org.serviceledger.api.evaluation.EvaluationCommand.Appeal;
import org.serviceledger.api.evaluation.EvaluationCommand.CallBack;
import org.serviceledger.api.evaluation.EvaluationCommand.Contact;
import org.serviceledger.api.evaluation.EvaluationCommand.DecideAppeal;
import org.serviceledger.api.evaluation.EvaluationCommand.Invite;
import org.serviceledger.api.evaluation.EvaluationCommand.Rate;
import org.serviceledger.api.evaluation.EvaluationCommand.Rectify;
import org.serviceledger.api.evaluation.EvaluationEvent;
import org.serviceledger.api.evaluation.EvaluationEvent.EvaluationInvited;
import org.serviceledger.api.evaluation.EvaluationEvent.RaterCalledBack;
import org.serviceledger.api.evaluation.EvaluationEvent.RaterContacted;
import org.serviceledger.api.evaluation.EvaluationEvent.RatingAppealDecided;
import org.serviceledger.api.evaluation.EvaluationEvent.RatingRectified;
import org.serviceledger.api.evaluation.EvaluationEvent.ServiceRated;
import org.serviceledger.api.evaluation.EvaluationId;
import org.serviceledger.api.evaluation.EvaluationRefusal;
import org.serviceledger.api.evaluation.EvaluationRefusal.AlreadyInvited;
import org.serviceledger.api.evaluation.EvaluationRefusal.DecidedByTheRated;
import org.serviceledger.api.evaluation.EvaluationRefusal.NoServiceYet;
import org.serviceledger.api.evaluation.EvaluationRefusal.NotABadRating;
import org.serviceledger.api.evaluation.EvaluationRefusal.NotInThisStage;
import org.serviceledger.api.evaluation.EvaluationRefusal.NotRatedYet;
import org.serviceledger.api.evaluation.EvaluationRefusal.RatedBeforeServed;
import org.serviceledger.api.evaluation.EvaluationRefusal.RatedTwice;
import org.serviceledger.api.evaluation.EvaluationRefusal.Stage;
import org.serviceledger.api.evaluation.RatingChannel;
import org.serviceledger.api.evaluation.RatingLevel;
import org.serviceledger.api.item.ItemInForce;
import org.serviceledger.command.DeciderSpec;
import org.serviceledger.command.calendar.OfficialCalendar;
import org.serviceledger.command.cases.ServiceRendered.Rendering;
import org.serviceledger.words.Message;

class EvaluationDeciderTest {

    private static final CaseId CASE = CaseId.ofNumber("20240301-0001");
    private static final EvaluationId ID = EvaluationId.of(CASE);
    private static final WorkingDayCalendar CALENDAR = OfficialCalendar.calendar();
    private static final Instant SERVED_AT = at("2024-03-01 10:00");
    private static final Rendering SERVICE =
            new Rendering.Service(ItemInForce.of(ITEM, 3, instant()), TOWN, WINDOW, APPLICANT, CLERK, SERVED_AT);

    @Nested
    class AnInvitation {

        @Test
        void saysWhoServedAsTheCaseDoesAndNotAsTheInviterClaims() {
            var invited = given(SERVICE).when(invite("2024-03-01 10:05")).thenOne(EvaluationInvited.class);

            assertThat(invited.served()).isEqualTo(CLERK);
            assertThat(invited.servedAt()).isEqualTo(SERVED_AT);
            assertThat(invited.itemName()).isEqualTo("城乡居民最低生活保障审核");
        }

        @Test
        void needsAServiceThatWasGiven() {
            given(new Rendering.NothingYet()).when(invite("2024-03-01 10:05")).thenRefused(new NoServiceYet(CASE));
            given(new Rendering.NoSuchCase())
                    .when(invite("2024-03-01 10:05"))
                    .thenRefused(new EvaluationRefusal.NotInvited(ID));
        }

        @Test
        void isMadeOnce() {
            given(SERVICE, invite("2024-03-01 10:05"))
                    .when(invite("2024-03-01 10:06"))
                    .thenRefused(new AlreadyInvited(ID));
        }
    }

    @Nested
    class ARating {

        @Test
        void isNumberOneAndKeepsWhomItIsOf() {
            var rated = given(SERVICE, invite("2024-03-01 10:05"))
                    .when(rate(RatingLevel.SATISFIED, APPLICANT, "2024-03-01 10:10"))
                    .thenOne(ServiceRated.class);

            assertThat(rated.number()).isEqualTo(1);
            assertThat(rated.served()).isEqualTo(CLERK);
            assertThat(rated.contactDue()).isNull();
        }

        @Test
        void ofSomebodyNotAskedBringsItsInvitationWithIt() {
            var events = given(SERVICE)
                    .when(rate(RatingLevel.SATISFIED, null, "2024-03-01 10:10"))
                    .outcome()
                    .events();

            assertThat(events).hasSize(2);
            assertThat(events.getFirst()).isInstanceOf(EvaluationInvited.class);
            assertThat(events.getFirst().by()).isEqualTo(Actor.system());
            assertThat(events.getLast()).isInstanceOf(ServiceRated.class);
        }

        @Test
        void cannotBeOfAServiceNotGivenYet() {
            given(new Rendering.NothingYet())
                    .when(rate(RatingLevel.SATISFIED, null, "2024-03-01 10:10"))
                    .thenRefused(new NoServiceYet(CASE));
            given(SERVICE)
                    .when(rate(RatingLevel.SATISFIED, null, "2024-03-01 09:59"))
                    .thenRefused(new RatedBeforeServed(ID, at("2024-03-01 09:59"), SERVED_AT));
        }

        @Test
        void mayBeFollowedByOneMoreAndNoThird() {
            var first = rate(RatingLevel.SATISFIED, null, "2024-03-01 10:10");
            var second = rate(RatingLevel.DISSATISFIED, null, "2024-03-05 10:10");

            assertThat(given(SERVICE, first)
                            .when(second)
                            .thenOne(ServiceRated.class)
                            .number())
                    .isEqualTo(2);
            given(SERVICE, first, second)
                    .when(rate(RatingLevel.SATISFIED, null, "2024-03-06 10:10"))
                    .thenRefused(new RatedTwice(ID));
        }

        @Test
        void thatIsBadUnderARealNameIsToBeLookedIntoWithinAWorkingDay() {
            var invited = given(SERVICE, invite("2024-03-01 10:05"));
            var named = invited.when(rate(RatingLevel.DISSATISFIED, APPLICANT, "2024-03-01 10:10"));
            var anonymous = invited.when(rate(RatingLevel.VERY_DISSATISFIED, null, "2024-03-01 10:10"));

            assertThat(named.thenOne(ServiceRated.class).contactDue())
                    .isNotNull()
                    .extracting(Deadline::dueOn)
                    .isEqualTo(LocalDate.of(2024, 3, 4));
            assertThat(anonymous.thenOne(ServiceRated.class).contactDue()).isNull();
        }
    }

    @Nested
    class ABadRating {

        private final EvaluationCommand bad = rate(RatingLevel.DISSATISFIED, APPLICANT, "2024-03-01 10:10");

        @Test
        void isLookedIntoInTimeOrLate() {
            var rated = given(SERVICE, bad);

            assertThat(rated.when(contact("2024-03-05 00:00"))
                            .thenOne(RaterContacted.class)
                            .late())
                    .isFalse();
            assertThat(rated.when(contact("2024-03-05 00:00:01"))
                            .thenOne(RaterContacted.class)
                            .late())
                    .isTrue();
        }

        @Test
        void isContactedThenRectifiedThenCalledBackUntilTheRaterIsContent() {
            var contacted = contact("2024-03-04 09:00");
            var rectified = rectify("2024-03-05 09:00");

            given(SERVICE, bad).when(rectified).thenRefused(notNow("Rectify", Stage.RATED));
            given(SERVICE, bad, contacted).when(contacted).thenRefused(notNow("Contact", Stage.CONTACTED));
            given(SERVICE, bad, contacted)
                    .when(callBack(true, "2024-03-06 09:00"))
                    .thenRefused(notNow("CallBack", Stage.CONTACTED));
            given(SERVICE, bad, contacted, rectified)
                    .when(callBack(false, "2024-03-06 09:00"))
                    .thenOne(RaterCalledBack.class);
            given(SERVICE, bad, contacted, rectified, callBack(false, "2024-03-06 09:00"))
                    .when(rectify("2024-03-07 09:00"))
                    .thenOne(RatingRectified.class);
            given(SERVICE, bad, contacted, rectified, callBack(true, "2024-03-06 09:00"))
                    .when(rectify("2024-03-07 09:00"))
                    .thenRefused(notNow("Rectify", Stage.CALLED_BACK));
        }

        @Test
        void withoutANameIsRectifiedAtOnce() {
            given(SERVICE, rate(RatingLevel.DISSATISFIED, null, "2024-03-01 10:10"))
                    .when(rectify("2024-03-04 09:00"))
                    .thenOne(RatingRectified.class);
        }

        @Test
        void isStillToBeFollowedUpWhenABetterOneIsAdded() {
            given(SERVICE, bad, rate(RatingLevel.SATISFIED, APPLICANT, "2024-03-02 10:10"))
                    .when(contact("2024-03-04 09:00"))
                    .thenOne(RaterContacted.class);
        }

        @Test
        void isNotReviewedByTheRated() {
            var appealed = given(SERVICE, bad, appeal("2024-03-04 09:00"));

            appealed.when(decideAppeal(CLERK, "2024-03-05 09:00"))
                    .thenRefused(new DecidedByTheRated(ID, CLERK.person()));
            appealed.when(decideAppeal(APPROVER, "2024-03-05 09:00")).thenOne(RatingAppealDecided.class);
        }

        @Test
        void isReviewedOnceAndOnlyOnAppeal() {
            given(SERVICE, bad)
                    .when(decideAppeal(APPROVER, "2024-03-05 09:00"))
                    .thenRefused(notNow("DecideAppeal", Stage.RATED));
            given(SERVICE, bad, appeal("2024-03-04 09:00"), decideAppeal(APPROVER, "2024-03-05 09:00"))
                    .when(appeal("2024-03-06 09:00"))
                    .thenRefused(notNow("Appeal", Stage.EXCLUDED));
        }
    }

    @Nested
    class AnyOtherRating {

        @Test
        void isNotFollowedUp() {
            given(SERVICE, rate(RatingLevel.BASICALLY_SATISFIED, APPLICANT, "2024-03-01 10:10"))
                    .when(contact("2024-03-04 09:00"))
                    .thenRefused(new NotABadRating(ID));
            given(SERVICE, invite("2024-03-01 10:05"))
                    .when(contact("2024-03-04 09:00"))
                    .thenRefused(new NotRatedYet(ID));
            given(SERVICE).when(contact("2024-03-04 09:00")).thenRefused(new EvaluationRefusal.NotInvited(ID));
        }
    }

    private static DeciderSpec<EvaluationState, EvaluationCommand, EvaluationEvent> given(
            Rendering rendering, EvaluationCommand... history) {
        BiFunction<EvaluationState, EvaluationCommand, List<EvaluationEvent>> decider =
                (state, command) -> EvaluationDecider.decide(state, command, new EvaluationFacts(CALENDAR, rendering));
        EvaluationState state = new EvaluationState.NotInvited();
        for (var command : history) {
            for (var event : decider.apply(state, command)) {
                state = state.evolve(event);
            }
        }
        return new DeciderSpec<>(state, decider);
    }

    private static NotInThisStage notNow(String asked, Stage stage) {
        return new NotInThisStage(ID, Message.of("command." + asked), stage);
    }

    private static Invite invite(String time) {
        return new Invite(ID, CLERK, at(time));
    }

    private static Rate rate(RatingLevel level, @Nullable Applicant rater, String time) {
        return new Rate(ID, level, RatingChannel.QR_CODE, rater == null, List.of("501"), "", CITIZEN, at(time));
    }

    private static Contact contact(String time) {
        return new Contact(ID, "情况属实", ADMIN, at(time));
    }

    private static Rectify rectify(String time) {
        return new Rectify(ID, "重新培训", ADMIN, at(time));
    }

    private static CallBack callBack(boolean satisfied, String time) {
        return new CallBack(ID, satisfied, "已说明", ADMIN, at(time));
    }

    private static Appeal appeal(String time) {
        return new Appeal(ID, "误评", CLERK, at(time));
    }

    private static DecideAppeal decideAppeal(Actor by, String time) {
        return new DecideAppeal(ID, true, "评错窗口", by, at(time));
    }
}

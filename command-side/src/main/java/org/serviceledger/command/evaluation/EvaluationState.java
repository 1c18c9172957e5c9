package org.serviceledger.command.evaluation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.calendar.Deadline;
import org.serviceledger.api.evaluation.EvaluationEvent;
import org.serviceledger.api.evaluation.EvaluationEvent.EvaluationInvited;
import org.serviceledger.api.evaluation.EvaluationEvent.RaterCalledBack;
import org.serviceledger.api.evaluation.EvaluationEvent.RaterContacted;
import org.serviceledger.api.evaluation.EvaluationEvent.RatingAppealDecided;
import org.serviceledger.api.evaluation.EvaluationEvent.RatingAppealed;
import org.serviceledger.api.evaluation.EvaluationEvent.RatingRectified;
import org.serviceledger.api.evaluation.EvaluationEvent.ServiceRated;
import org.serviceledger.api.evaluation.EvaluationRefusal.Stage;

/** The part of an evaluation's history that the rules need, with one type for each stage. */
sealed interface EvaluationState {

    record NotInvited() implements EvaluationState {}

    record Invited(EvaluationInvited invitation, Instant last) implements EvaluationState {}

    /**
     * The applicant has rated once or twice.
     *
     * @param bad the follow-up to the last bad rating, or null if there was none
     */
    record Rated(
            EvaluationInvited invitation,
            int ratings,
            @Nullable FollowUp bad,
            Instant last) implements EvaluationState {

        private Rated with(FollowUp other, Instant now) {
            return new Rated(invitation, ratings, other, now);
        }
    }

    /** The follow-up to a bad rating (差评整改). */
    record FollowUp(@Nullable Deadline contactDue, Step step, Review review) {

        /** The progress of the follow-up. */
        enum Step {
            RATED,
            CONTACTED,
            RECTIFIED,
            CALLED_BACK,
            NOT_SATISFIED
        }

        /** The state of the appeal (申诉复核). */
        enum Review {
            NONE,
            PENDING,
            UPHELD,
            EXCLUDED
        }

        static FollowUp of(ServiceRated rating) {
            return new FollowUp(rating.contactDue(), Step.RATED, Review.NONE);
        }

        FollowUp to(Step next) {
            return new FollowUp(contactDue, next, review);
        }

        FollowUp to(Review next) {
            return new FollowUp(contactDue, step, next);
        }

        /** Returns the stage as refusals name it. */
        Stage stage() {
            return switch (review) {
                case EXCLUDED -> Stage.EXCLUDED;
                case PENDING -> Stage.APPEALED;
                case NONE, UPHELD ->
                    switch (step) {
                        case RATED -> Stage.RATED;
                        case CONTACTED -> Stage.CONTACTED;
                        case RECTIFIED -> Stage.RECTIFIED;
                        case CALLED_BACK -> Stage.CALLED_BACK;
                        case NOT_SATISFIED -> Stage.NOT_SATISFIED;
                    };
            };
        }
    }

    /**
     * Returns the state after the event.
     *
     * @throws IllegalStateException if the event cannot follow this state, which means a corrupt stream
     */
    default EvaluationState evolve(EvaluationEvent event) {
        var now = event.occurredAt();
        return switch (event) {
            case EvaluationInvited e when this instanceof NotInvited -> new Invited(e, now);
            case ServiceRated e
            when this instanceof Invited invited && e.number() == 1 ->
                new Rated(invited.invitation(), 1, e.level().isBad() ? FollowUp.of(e) : null, now);
            case ServiceRated e
            when this instanceof Rated rated && e.number() == rated.ratings() + 1 ->
                new Rated(rated.invitation(), e.number(), e.level().isBad() ? FollowUp.of(e) : rated.bad(), now);
            case RaterContacted _
            when this instanceof Rated rated && rated.bad() != null ->
                rated.with(rated.bad().to(FollowUp.Step.CONTACTED), now);
            case RatingRectified _
            when this instanceof Rated rated && rated.bad() != null ->
                rated.with(rated.bad().to(FollowUp.Step.RECTIFIED), now);
            case RaterCalledBack e
            when this instanceof Rated rated && rated.bad() != null ->
                rated.with(
                        rated.bad().to(e.satisfied() ? FollowUp.Step.CALLED_BACK : FollowUp.Step.NOT_SATISFIED), now);
            case RatingAppealed _
            when this instanceof Rated rated && rated.bad() != null ->
                rated.with(rated.bad().to(FollowUp.Review.PENDING), now);
            case RatingAppealDecided e
            when this instanceof Rated rated && rated.bad() != null ->
                rated.with(rated.bad().to(e.excluded() ? FollowUp.Review.EXCLUDED : FollowUp.Review.UPHELD), now);
            case EvaluationInvited _,
                    ServiceRated _,
                    RaterContacted _,
                    RatingRectified _,
                    RaterCalledBack _,
                    RatingAppealed _,
                    RatingAppealDecided _ ->
                throw new IllegalStateException("%s cannot follow %s".formatted(event, this));
        };
    }
}

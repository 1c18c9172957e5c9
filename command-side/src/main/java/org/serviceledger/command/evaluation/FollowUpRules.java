package org.serviceledger.command.evaluation;

import static org.serviceledger.command.evaluation.EvaluationDecider.mustBeInOrder;
import static org.serviceledger.command.evaluation.EvaluationDecider.refuseIf;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.serviceledger.api.Actor;
import org.serviceledger.api.CommandRefused;
import org.serviceledger.api.evaluation.EvaluationCommand;
import org.serviceledger.api.evaluation.EvaluationCommand.Appeal;
import org.serviceledger.api.evaluation.EvaluationCommand.CallBack;
import org.serviceledger.api.evaluation.EvaluationCommand.Contact;
import org.serviceledger.api.evaluation.EvaluationCommand.DecideAppeal;
import org.serviceledger.api.evaluation.EvaluationCommand.Rectify;
import org.serviceledger.api.evaluation.EvaluationEvent;
import org.serviceledger.api.evaluation.EvaluationEvent.RaterCalledBack;
import org.serviceledger.api.evaluation.EvaluationEvent.RaterContacted;
import org.serviceledger.api.evaluation.EvaluationEvent.RatingAppealDecided;
import org.serviceledger.api.evaluation.EvaluationEvent.RatingAppealed;
import org.serviceledger.api.evaluation.EvaluationEvent.RatingRectified;
import org.serviceledger.api.evaluation.EvaluationRefusal;
import org.serviceledger.api.evaluation.EvaluationRefusal.DecidedByTheRated;
import org.serviceledger.api.evaluation.EvaluationRefusal.NotABadRating;
import org.serviceledger.api.evaluation.EvaluationRefusal.NotInThisStage;
import org.serviceledger.api.evaluation.EvaluationRefusal.NotRatedYet;
import org.serviceledger.command.evaluation.EvaluationState.FollowUp;
import org.serviceledger.command.evaluation.EvaluationState.FollowUp.Review;
import org.serviceledger.command.evaluation.EvaluationState.FollowUp.Step;
import org.serviceledger.command.evaluation.EvaluationState.Invited;
import org.serviceledger.command.evaluation.EvaluationState.NotInvited;
import org.serviceledger.command.evaluation.EvaluationState.Rated;

/**
 * The rules of the follow-up to a bad rating: contact, rectification, call-back, appeal and its decision (差评整改, 申诉复核).
 */
final class FollowUpRules {

    private FollowUpRules() {}

    /** The commands that may follow while a bad rating is followed up. */
    static Set<Class<? extends EvaluationCommand>> legal(FollowUp bad) {
        var legal = new HashSet<Class<? extends EvaluationCommand>>();
        if (bad.review() != Review.EXCLUDED) {
            legal.addAll(
                    switch (bad.step()) {
                        case RATED -> isAnonymous(bad) ? Set.of(Contact.class, Rectify.class) : Set.of(Contact.class);
                        case CONTACTED, NOT_SATISFIED -> Set.of(Rectify.class);
                        case RECTIFIED -> Set.of(CallBack.class);
                        case CALLED_BACK -> Set.of();
                    });
        }
        switch (bad.review()) {
            case NONE -> legal.add(Appeal.class);
            case PENDING -> legal.add(DecideAppeal.class);
            case UPHELD, EXCLUDED -> {}
        }
        return Set.copyOf(legal);
    }

    private static boolean isAnonymous(FollowUp bad) {
        return bad.contactDue() == null;
    }

    static List<EvaluationEvent> contact(EvaluationState state, Contact c) {
        var bad = mustBeAt(state, c, Step.RATED);
        var due = bad.contactDue();
        var late = due != null && c.at().isAfter(due.due());
        return List.of(
                new RaterContacted(c.evaluationId(), c.evaluationId().rated(), c.finding(), late, c.by(), c.at()));
    }

    /** Nobody can contact an anonymous rater, so rectification may then start at once. */
    static List<EvaluationEvent> rectify(EvaluationState state, Rectify c) {
        var bad = mustBeBad(state, c);
        mustBeAt(
                state,
                c,
                isAnonymous(bad)
                        ? new Step[] {Step.RATED, Step.CONTACTED, Step.NOT_SATISFIED}
                        : new Step[] {Step.CONTACTED, Step.NOT_SATISFIED});
        return List.of(new RatingRectified(c.evaluationId(), c.evaluationId().rated(), c.measures(), c.by(), c.at()));
    }

    static List<EvaluationEvent> callBack(EvaluationState state, CallBack c) {
        mustBeAt(state, c, Step.RECTIFIED);
        return List.of(new RaterCalledBack(
                c.evaluationId(), c.evaluationId().rated(), c.satisfied(), c.answer(), c.by(), c.at()));
    }

    static List<EvaluationEvent> appeal(EvaluationState state, Appeal c) {
        var bad = mustBeBad(state, c);
        refuseIf(bad.review() != Review.NONE, notNow(c, bad));
        return List.of(new RatingAppealed(c.evaluationId(), c.evaluationId().rated(), c.grounds(), c.by(), c.at()));
    }

    static List<EvaluationEvent> decideAppeal(EvaluationState state, DecideAppeal c) {
        var bad = mustBeBad(state, c);
        refuseIf(bad.review() != Review.PENDING, notNow(c, bad));
        if (state instanceof Rated rated) {
            mustNotBeTheRated(rated.invitation().served(), c);
        }
        return List.of(new RatingAppealDecided(
                c.evaluationId(), c.evaluationId().rated(), c.excluded(), c.reasons(), c.by(), c.at()));
    }

    private static void mustNotBeTheRated(Actor served, DecideAppeal c) {
        var absent = served.onBehalfOf();
        var rated = absent == null ? Set.of(served.person()) : Set.of(served.person(), absent.person());
        refuseIf(rated.contains(c.by().person()), new DecidedByTheRated(c.evaluationId(), c.by().person()));
    }

    private static FollowUp mustBeAt(EvaluationState state, EvaluationCommand c, Step... steps) {
        var bad = mustBeBad(state, c);
        refuseIf(bad.review() == Review.EXCLUDED || !Set.of(steps).contains(bad.step()), notNow(c, bad));
        return bad;
    }

    private static FollowUp mustBeBad(EvaluationState state, EvaluationCommand c) {
        return switch (state) {
            case NotInvited _ -> throw new CommandRefused(new EvaluationRefusal.NotInvited(c.evaluationId()));
            case Invited _ -> throw new CommandRefused(new NotRatedYet(c.evaluationId()));
            case Rated rated -> {
                var bad = rated.bad();
                if (bad == null) {
                    throw new CommandRefused(new NotABadRating(c.evaluationId()));
                }
                mustBeInOrder(c, rated.last());
                yield bad;
            }
        };
    }

    private static NotInThisStage notNow(EvaluationCommand c, FollowUp bad) {
        return new NotInThisStage(c.evaluationId(), c.label(), bad.stage());
    }
}

package org.serviceledger.command.evaluation;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.serviceledger.api.Actor;
import org.serviceledger.api.CommandRefused;
import org.serviceledger.api.calendar.TimeLimit;
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
import org.serviceledger.api.evaluation.EvaluationEvent.ServiceRated;
import org.serviceledger.api.evaluation.EvaluationRefusal;
import org.serviceledger.api.evaluation.EvaluationRefusal.AlreadyInvited;
import org.serviceledger.api.evaluation.EvaluationRefusal.BeforeThePrevious;
import org.serviceledger.api.evaluation.EvaluationRefusal.NoServiceYet;
import org.serviceledger.api.evaluation.EvaluationRefusal.RatedBeforeServed;
import org.serviceledger.api.evaluation.EvaluationRefusal.RatedTwice;
import org.serviceledger.api.evaluation.ServiceRatedBuilder;
import org.serviceledger.command.cases.ServiceRendered.Rendering;
import org.serviceledger.command.evaluation.EvaluationState.Invited;
import org.serviceledger.command.evaluation.EvaluationState.NotInvited;
import org.serviceledger.command.evaluation.EvaluationState.Rated;

/** The rules of an evaluation (国办发〔2019〕51号). Pure functions: they depend on no framework and no clock. */
final class EvaluationDecider {

    /** The hall must look into a bad rating under a real name within one working day. */
    static final TimeLimit CONTACT_WITHIN = TimeLimit.workingDays(1);

    private static final int MOST_RATINGS = 2;

    private EvaluationDecider() {}

    static List<EvaluationEvent> decide(EvaluationState state, EvaluationCommand command, EvaluationFacts facts) {
        return switch (command) {
            case Invite invite -> List.of(invite(state, invite, facts.rendering()));
            case Rate rate -> rate(state, rate, facts);
            case Contact contact -> FollowUpRules.contact(state, contact);
            case Rectify rectify -> FollowUpRules.rectify(state, rectify);
            case CallBack callBack -> FollowUpRules.callBack(state, callBack);
            case Appeal appeal -> FollowUpRules.appeal(state, appeal);
            case DecideAppeal decide -> FollowUpRules.decideAppeal(state, decide);
        };
    }

    /** The commands that may follow in this state; every other one is refused. */
    static Set<Class<? extends EvaluationCommand>> legal(EvaluationState state) {
        return switch (state) {
            case NotInvited _ -> Set.of(Invite.class, Rate.class);
            case Invited _ -> Set.of(Rate.class);
            case Rated rated -> {
                var legal = new HashSet<Class<? extends EvaluationCommand>>();
                if (rated.ratings() < MOST_RATINGS) {
                    legal.add(Rate.class);
                }
                if (rated.bad() != null) {
                    legal.addAll(FollowUpRules.legal(rated.bad()));
                }
                yield Set.copyOf(legal);
            }
        };
    }

    private static EvaluationInvited invite(EvaluationState state, Invite c, Rendering rendering) {
        refuseIf(!(state instanceof NotInvited), new AlreadyInvited(c.evaluationId()));
        return invitation(c, rendering, c.by());
    }

    /** Takes the service and the person who gave it from the case's own stream, whatever the command claims. */
    private static EvaluationInvited invitation(EvaluationCommand c, Rendering rendering, Actor by) {
        var id = c.evaluationId();
        return switch (rendering) {
            case Rendering.NoSuchCase _ -> throw new CommandRefused(new EvaluationRefusal.NotInvited(id));
            case Rendering.NothingYet _ -> throw new CommandRefused(new NoServiceYet(id.rated()));
            case Rendering.Service service -> {
                mustFollow(c, service.servedAt());
                yield new EvaluationInvited(
                        id,
                        id.rated(),
                        service.item().itemId(),
                        service.item().name(),
                        service.organization(),
                        service.window(),
                        service.served(),
                        service.servedAt(),
                        by,
                        c.at());
            }
        };
    }

    /**
     * Everyone has the chance to rate. If an applicant rates without an invitation, the ledger invites them in the same
     * transaction.
     */
    private static List<EvaluationEvent> rate(EvaluationState state, Rate c, EvaluationFacts facts) {
        return switch (state) {
            case NotInvited _ -> {
                var invitation = invitation(c, facts.rendering(), Actor.system());
                yield List.of(invitation, rated(invitation, 1, c, facts));
            }
            case Invited(var invitation, var last) -> {
                mustBeInOrder(c, last);
                yield List.of(rated(invitation, 1, c, facts));
            }
            case Rated rated -> {
                refuseIf(rated.ratings() >= MOST_RATINGS, new RatedTwice(c.evaluationId()));
                mustBeInOrder(c, rated.last());
                yield List.of(rated(rated.invitation(), rated.ratings() + 1, c, facts));
            }
        };
    }

    private static ServiceRated rated(EvaluationInvited invitation, int number, Rate c, EvaluationFacts facts) {
        mustFollow(c, invitation.servedAt());
        var rater = c.anonymous() ? null : facts.applicant();
        var owed = c.level().isBad() && rater != null;
        return ServiceRatedBuilder.builder()
                .evaluationId(c.evaluationId())
                .caseId(invitation.caseId())
                .number(number)
                .level(c.level())
                .channel(c.channel())
                .rater(rater)
                .details(c.details())
                .text(c.text())
                .itemId(invitation.itemId())
                .itemName(invitation.itemName())
                .organization(invitation.organization())
                .window(invitation.window())
                .served(invitation.served())
                .contactDue(owed ? facts.calendar().deadline(c.at(), CONTACT_WITHIN) : null)
                .by(c.by())
                .occurredAt(c.at())
                .build();
    }

    private static void mustFollow(EvaluationCommand c, Instant servedAt) {
        refuseIf(c.at().isBefore(servedAt), new RatedBeforeServed(c.evaluationId(), c.at(), servedAt));
    }

    static void mustBeInOrder(EvaluationCommand c, Instant last) {
        refuseIf(c.at().isBefore(last), new BeforeThePrevious(c.evaluationId(), c.at(), last));
    }

    static void refuseIf(boolean broken, EvaluationRefusal refusal) {
        if (broken) {
            throw new CommandRefused(refusal);
        }
    }
}

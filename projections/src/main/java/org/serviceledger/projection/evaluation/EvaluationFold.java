package org.serviceledger.projection.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;
import org.serviceledger.api.evaluation.EvaluationEvent;
import org.serviceledger.projection.evaluation.EvaluationDocument.Rating;

/** Folds one event into an evaluation document. */
final class EvaluationFold {

    private final EvaluationDocumentBuilder next;

    private EvaluationFold(EvaluationDocumentBuilder next) {
        this.next = next;
    }

    /**
     * Returns a fold from the document. Without a document, it begins with the invitation or, if none is recorded, with
     * the rating. Throws if any other event has no document.
     */
    static EvaluationFold of(@Nullable EvaluationDocument document, EvaluationEvent event) {
        return new EvaluationFold(document == null ? begun(event) : EvaluationDocumentBuilder.builder(document));
    }

    private static EvaluationDocumentBuilder begun(EvaluationEvent event) {
        var begun = EvaluationDocumentBuilder.builder()
                .evaluationId(event.evaluationId())
                .caseId(event.caseId())
                .state(EvaluationStage.INVITED)
                .ratings(List.of());
        if (event instanceof EvaluationEvent.EvaluationInvited to) {
            return begun.item(to.itemId())
                    .itemName(to.itemName())
                    .organization(to.organization())
                    .organizationPath(to.organization().path())
                    .window(to.window())
                    .served(person(to.served()));
        }
        if (event instanceof EvaluationEvent.ServiceRated of) {
            return begun.item(of.itemId())
                    .itemName(of.itemName())
                    .organization(of.organization())
                    .organizationPath(of.organization().path())
                    .window(of.window())
                    .served(person(of.served()));
        }
        throw new IllegalStateException(
                "%s of %s, which never began".formatted(event.getClass().getSimpleName(), event.evaluationId()));
    }

    EvaluationDocument after(EvaluationEvent event, long position) {
        switch (event) {
            case EvaluationEvent.EvaluationInvited invited ->
                next.invitedAt(invited.occurredAt()).servedAt(invited.servedAt());
            case EvaluationEvent.ServiceRated rated -> rate(rated, position);
            case EvaluationEvent.RaterContacted contacted ->
                next.state(EvaluationStage.CONTACTED)
                        .contactedAt(contacted.occurredAt())
                        .contactedLate(contacted.late())
                        .finding(contacted.finding());
            case EvaluationEvent.RatingRectified rectified ->
                next.state(EvaluationStage.RECTIFIED)
                        .rectifiedAt(rectified.occurredAt())
                        .measures(rectified.measures());
            case EvaluationEvent.RaterCalledBack called ->
                next.state(EvaluationStage.CALLED_BACK)
                        .calledBackAt(called.occurredAt())
                        .satisfied(called.satisfied())
                        .answer(called.answer());
            case EvaluationEvent.RatingAppealed appealed ->
                next.appealedAt(appealed.occurredAt()).grounds(appealed.grounds());
            case EvaluationEvent.RatingAppealDecided decided ->
                next.appealDecidedAt(decided.occurredAt())
                        .excluded(decided.excluded())
                        .decisionReasons(decided.reasons());
        }
        return next.position(position).build();
    }

    private void rate(EvaluationEvent.ServiceRated rated, long position) {
        if (next.level() == null) {
            next.level(rated.level()).channel(rated.channel()).ratedAt(rated.occurredAt());
        }
        var due = rated.contactDue();
        var more = new ArrayList<>(next.ratings());
        more.add(new Rating(
                rated.number(),
                rated.level(),
                rated.channel(),
                rated.details(),
                rated.text(),
                rated.occurredAt(),
                position));
        next.state(EvaluationStage.RATED)
                .bad(next.bad() || rated.level().isBad())
                .realName(next.realName() || rated.rater() != null)
                .contactDue(due == null ? next.contactDue() : due.due())
                .ratings(more);
    }

    private static Actor.Person person(Actor actor) {
        return new Actor.Person(actor.person(), actor.name());
    }
}

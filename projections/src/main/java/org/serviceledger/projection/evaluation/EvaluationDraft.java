package org.serviceledger.projection.evaluation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;
import org.serviceledger.api.cases.CaseId;
import org.serviceledger.api.evaluation.EvaluationEvent;
import org.serviceledger.api.evaluation.EvaluationId;
import org.serviceledger.api.evaluation.RatingChannel;
import org.serviceledger.api.evaluation.RatingLevel;
import org.serviceledger.api.item.ItemId;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.window.WindowId;
import org.serviceledger.projection.evaluation.EvaluationDocument.Rating;

/** An evaluation document under construction while an event is folded in. */
final class EvaluationDraft {

    private final EvaluationId evaluationId;
    private final CaseId caseId;
    private final ItemId item;
    private final String itemName;
    private final OrganizationId organization;
    private final @Nullable WindowId window;
    private final Actor.Person served;
    private EvaluationStage state = EvaluationStage.INVITED;
    private @Nullable Instant invitedAt;
    private @Nullable Instant servedAt;
    private @Nullable RatingLevel level;
    private @Nullable RatingChannel channel;
    private @Nullable Instant ratedAt;
    private List<Rating> ratings = List.of();
    private boolean bad;
    private boolean realName;
    private @Nullable Instant contactDue;
    private @Nullable Instant contactedAt;
    private boolean contactedLate;
    private @Nullable String finding;
    private @Nullable Instant rectifiedAt;
    private @Nullable String measures;
    private @Nullable Instant calledBackAt;
    private @Nullable Boolean satisfied;
    private @Nullable String answer;
    private @Nullable Instant appealedAt;
    private @Nullable String grounds;
    private @Nullable Instant appealDecidedAt;
    private boolean excluded;
    private @Nullable String decisionReasons;

    private EvaluationDraft(EvaluationDocument document) {
        evaluationId = document.evaluationId();
        caseId = document.caseId();
        item = document.item();
        itemName = document.itemName();
        organization = document.organization();
        window = document.window();
        served = document.served();
        state = document.state();
        invitedAt = document.invitedAt();
        servedAt = document.servedAt();
        level = document.level();
        channel = document.channel();
        ratedAt = document.ratedAt();
        ratings = document.ratings();
        bad = document.bad();
        realName = document.realName();
        contactDue = document.contactDue();
        contactedAt = document.contactedAt();
        contactedLate = document.contactedLate();
        finding = document.finding();
        rectifiedAt = document.rectifiedAt();
        measures = document.measures();
        calledBackAt = document.calledBackAt();
        satisfied = document.satisfied();
        answer = document.answer();
        appealedAt = document.appealedAt();
        grounds = document.grounds();
        appealDecidedAt = document.appealDecidedAt();
        excluded = document.excluded();
        decisionReasons = document.decisionReasons();
    }

    private EvaluationDraft(
            EvaluationEvent event,
            ItemId item,
            String itemName,
            OrganizationId organization,
            @Nullable WindowId window,
            Actor served) {
        this.evaluationId = event.evaluationId();
        this.caseId = event.caseId();
        this.item = item;
        this.itemName = itemName;
        this.organization = organization;
        this.window = window;
        this.served = new Actor.Person(served.person(), served.name());
    }

    /**
     * Returns a draft of the document. Without a document, the draft begins with the invitation or, if none is
     * recorded, with the rating. Throws if any other event has no document.
     */
    static EvaluationDraft of(@Nullable EvaluationDocument document, EvaluationEvent event) {
        if (document != null) {
            return new EvaluationDraft(document);
        }
        if (event instanceof EvaluationEvent.EvaluationInvited to) {
            return new EvaluationDraft(event, to.itemId(), to.itemName(), to.organization(), to.window(), to.served());
        }
        if (event instanceof EvaluationEvent.ServiceRated of) {
            return new EvaluationDraft(event, of.itemId(), of.itemName(), of.organization(), of.window(), of.served());
        }
        throw new IllegalStateException(
                "%s of %s, which never began".formatted(event.getClass().getSimpleName(), event.evaluationId()));
    }

    EvaluationDocument after(EvaluationEvent event, long position) {
        switch (event) {
            case EvaluationEvent.EvaluationInvited invited -> {
                invitedAt = invited.occurredAt();
                servedAt = invited.servedAt();
            }
            case EvaluationEvent.ServiceRated rated -> rate(rated, position);
            case EvaluationEvent.RaterContacted contacted -> {
                state = EvaluationStage.CONTACTED;
                contactedAt = contacted.occurredAt();
                contactedLate = contacted.late();
                finding = contacted.finding();
            }
            case EvaluationEvent.RatingRectified rectified -> {
                state = EvaluationStage.RECTIFIED;
                rectifiedAt = rectified.occurredAt();
                measures = rectified.measures();
            }
            case EvaluationEvent.RaterCalledBack called -> {
                state = EvaluationStage.CALLED_BACK;
                calledBackAt = called.occurredAt();
                satisfied = called.satisfied();
                answer = called.answer();
            }
            case EvaluationEvent.RatingAppealed appealed -> {
                appealedAt = appealed.occurredAt();
                grounds = appealed.grounds();
            }
            case EvaluationEvent.RatingAppealDecided decided -> {
                appealDecidedAt = decided.occurredAt();
                excluded = decided.excluded();
                decisionReasons = decided.reasons();
            }
        }
        return toDocument(position);
    }

    private void rate(EvaluationEvent.ServiceRated rated, long position) {
        if (level == null) {
            level = rated.level();
            channel = rated.channel();
            ratedAt = rated.occurredAt();
        }
        state = EvaluationStage.RATED;
        bad = bad || rated.level().isBad();
        realName = realName || rated.rater() != null;
        contactDue =
                rated.contactDue() == null ? contactDue : rated.contactDue().due();
        var more = new ArrayList<>(ratings);
        more.add(new Rating(
                rated.number(),
                rated.level(),
                rated.channel(),
                rated.details(),
                rated.text(),
                rated.occurredAt(),
                position));
        ratings = more;
    }

    private EvaluationDocument toDocument(long position) {
        return new EvaluationDocument(
                evaluationId,
                caseId,
                item,
                itemName,
                organization,
                organization.path(),
                window,
                served,
                state,
                invitedAt,
                servedAt,
                level,
                channel,
                ratedAt,
                ratings,
                bad,
                realName,
                contactDue,
                contactedAt,
                contactedLate,
                finding,
                rectifiedAt,
                measures,
                calledBackAt,
                satisfied,
                answer,
                appealedAt,
                grounds,
                appealDecidedAt,
                excluded,
                decisionReasons,
                position);
    }
}

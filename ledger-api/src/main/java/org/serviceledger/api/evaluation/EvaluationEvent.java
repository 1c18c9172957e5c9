package org.serviceledger.api.evaluation;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;
import org.serviceledger.api.LedgerEvent;
import org.serviceledger.api.WireName;
import org.serviceledger.api.calendar.Deadline;
import org.serviceledger.api.cases.Applicant;
import org.serviceledger.api.cases.CaseId;
import org.serviceledger.api.item.ItemId;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.window.WindowId;

/** Events of an evaluation (好差评). */
public sealed interface EvaluationEvent extends LedgerEvent {

    EvaluationId evaluationId();

    @Override
    default String stream() {
        return evaluationId().value();
    }

    CaseId caseId();

    @WireName("evaluation.invited")
    record EvaluationInvited(
            EvaluationId evaluationId,
            CaseId caseId,
            ItemId itemId,
            String itemName,
            OrganizationId organization,
            @Nullable WindowId window,
            Actor served,
            Instant servedAt,
            Actor by,
            Instant occurredAt)
            implements EvaluationEvent {}

    /**
     * The applicant rated the service.
     *
     * @param number 1 for the first rating, 2 for the additional one (追评), which does not replace the first
     * @param served the rated person, as recorded in the invitation
     * @param contactDue deadline for contacting the rater; null unless the rating is bad and under a real name
     */
    @RecordBuilder
    @WireName("evaluation.rated")
    record ServiceRated(
            EvaluationId evaluationId,
            CaseId caseId,
            int number,
            RatingLevel level,
            RatingChannel channel,
            @Nullable Applicant rater,
            List<String> details,
            String text,
            ItemId itemId,
            String itemName,
            OrganizationId organization,
            @Nullable WindowId window,
            Actor served,
            @Nullable Deadline contactDue,
            Actor by,
            Instant occurredAt)
            implements EvaluationEvent {}

    @WireName("evaluation.contacted")
    record RaterContacted(
            EvaluationId evaluationId, CaseId caseId, String finding, boolean late, Actor by, Instant occurredAt)
            implements EvaluationEvent {}

    @WireName("evaluation.rectified")
    record RatingRectified(EvaluationId evaluationId, CaseId caseId, String measures, Actor by, Instant occurredAt)
            implements EvaluationEvent {}

    @WireName("evaluation.called-back")
    record RaterCalledBack(
            EvaluationId evaluationId, CaseId caseId, boolean satisfied, String answer, Actor by, Instant occurredAt)
            implements EvaluationEvent {}

    @WireName("evaluation.appealed")
    record RatingAppealed(EvaluationId evaluationId, CaseId caseId, String grounds, Actor by, Instant occurredAt)
            implements EvaluationEvent {}

    @WireName("evaluation.appeal-decided")
    record RatingAppealDecided(
            EvaluationId evaluationId, CaseId caseId, boolean excluded, String reasons, Actor by, Instant occurredAt)
            implements EvaluationEvent {}
}

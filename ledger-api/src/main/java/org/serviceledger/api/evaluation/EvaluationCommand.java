package org.serviceledger.api.evaluation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;
import org.serviceledger.api.LedgerCommand;
import org.serviceledger.api.cases.Applicant;
import org.serviceledger.api.cases.CaseId;
import org.serviceledger.api.item.ItemId;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.window.WindowId;

/** Commands on an evaluation (好差评). */
public sealed interface EvaluationCommand extends LedgerCommand {

    EvaluationId evaluationId();

    @Override
    default String stream() {
        return evaluationId().value();
    }

    /**
     * Invites the applicant to rate the service after it was given.
     *
     * @param served the person who gave the service
     */
    record Invite(
            EvaluationId evaluationId,
            CaseId caseId,
            ItemId itemId,
            String itemName,
            OrganizationId organization,
            @Nullable WindowId window,
            Actor served,
            Instant servedAt,
            Actor by,
            Instant at)
            implements EvaluationCommand {}

    /**
     * Rates the service.
     *
     * @param rater null if the rating is anonymous; the rated person never sees it
     */
    record Rate(
            EvaluationId evaluationId,
            RatingLevel level,
            RatingChannel channel,
            @Nullable Applicant rater,
            List<String> details,
            String text,
            Actor by,
            Instant at)
            implements EvaluationCommand {}

    record Contact(EvaluationId evaluationId, String finding, Actor by, Instant at) implements EvaluationCommand {}

    record Rectify(EvaluationId evaluationId, String measures, Actor by, Instant at) implements EvaluationCommand {}

    record CallBack(EvaluationId evaluationId, boolean satisfied, String answer, Actor by, Instant at)
            implements EvaluationCommand {}

    record Appeal(EvaluationId evaluationId, String grounds, Actor by, Instant at) implements EvaluationCommand {}

    /**
     * Decides an appeal against a rating. Someone other than the rated person must decide.
     *
     * @param excluded whether the rating is removed from the statistics; it stays visible, marked as excluded
     */
    record DecideAppeal(EvaluationId evaluationId, boolean excluded, String reasons, Actor by, Instant at)
            implements EvaluationCommand {}
}

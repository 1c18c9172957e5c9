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

/** Everything that may be asked of an evaluation (好差评). */
public sealed interface EvaluationCommand extends LedgerCommand {

    EvaluationId evaluationId();

    @Override
    default String stream() {
        return evaluationId().value();
    }

    /** Invites the applicant once the service was given; {@code served}: who gave it. */
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
     * Rates the service given.
     *
     * @param rater absent when anonymous; never shown to the rated
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
     * Decides on an appeal by a second pair of eyes.
     *
     * @param excluded true takes the rating out of the statistics; it stays visible as excluded
     */
    record DecideAppeal(EvaluationId evaluationId, boolean excluded, String reasons, Actor by, Instant at)
            implements EvaluationCommand {}
}

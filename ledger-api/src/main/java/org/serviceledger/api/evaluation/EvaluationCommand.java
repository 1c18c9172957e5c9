package org.serviceledger.api.evaluation;

import static org.serviceledger.api.UserRole.CLERK;
import static org.serviceledger.api.UserRole.MANAGER;
import static org.serviceledger.api.UserRole.SUPERVISOR;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.serviceledger.api.Actor;
import org.serviceledger.api.LedgerCommand;
import org.serviceledger.api.act.Act;
import org.serviceledger.api.act.DefaultsTo;
import org.serviceledger.api.act.Text;

/** Commands on an evaluation (好差评). */
public sealed interface EvaluationCommand extends LedgerCommand {

    EvaluationId evaluationId();

    @Override
    default String stream() {
        return evaluationId().value();
    }

    /** Invites the applicant to rate the service after it was given. */
    @Act(
            path = "invite",
            roles = {CLERK, MANAGER})
    record Invite(EvaluationId evaluationId, Actor by, Instant at) implements EvaluationCommand {}

    /**
     * Rates the service.
     *
     * @param anonymous whether the rating does not name the applicant; the rated person never sees the name
     */
    @Act(
            path = "rate",
            roles = {CLERK, MANAGER, SUPERVISOR})
    record Rate(
            EvaluationId evaluationId,
            RatingLevel level,
            RatingChannel channel,
            @DefaultsTo("false") boolean anonymous,
            @DefaultsTo("[]") @Size(max = 20) List<@Text(max = 60) String> details,

            @DefaultsTo("\"\"") @Text(max = 2000, blank = true)
            String text,

            Actor by,
            Instant at)
            implements EvaluationCommand {}

    @Act(
            path = "contact",
            roles = {CLERK, MANAGER, SUPERVISOR})
    record Contact(
            EvaluationId evaluationId, @Text(max = 2000) String finding, Actor by, Instant at)
            implements EvaluationCommand {}

    @Act(
            path = "rectify",
            roles = {CLERK, MANAGER})
    record Rectify(
            EvaluationId evaluationId, @Text(max = 2000) String measures, Actor by, Instant at)
            implements EvaluationCommand {}

    @Act(
            path = "call-back",
            roles = {MANAGER, SUPERVISOR})
    record CallBack(
            EvaluationId evaluationId,
            boolean satisfied,
            @Text(max = 2000) String answer,
            Actor by,
            Instant at) implements EvaluationCommand {}

    @Act(
            path = "appeal",
            roles = {CLERK, MANAGER})
    record Appeal(
            EvaluationId evaluationId, @Text(max = 2000) String grounds, Actor by, Instant at)
            implements EvaluationCommand {}

    /**
     * Decides an appeal against a rating. Someone other than the rated person must decide.
     *
     * @param excluded whether the rating is removed from the statistics; it stays visible, marked as excluded
     */
    @Act(
            path = "decide-appeal",
            roles = {MANAGER, SUPERVISOR})
    record DecideAppeal(
            EvaluationId evaluationId,
            boolean excluded,
            @Text(max = 2000) String reasons,
            Actor by,
            Instant at) implements EvaluationCommand {}
}

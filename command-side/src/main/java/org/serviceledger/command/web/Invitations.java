package org.serviceledger.command.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;
import org.serviceledger.api.CommandRefused;
import org.serviceledger.api.cases.Applicant;
import org.serviceledger.api.cases.CaseEvent.CaseApplied;
import org.serviceledger.api.cases.CaseId;
import org.serviceledger.api.evaluation.EvaluationCommand;
import org.serviceledger.api.evaluation.EvaluationId;
import org.serviceledger.api.evaluation.EvaluationRefusal;

/** Builds the invitation to rate from the case: what was served, where, by whom and for whom. */
final class Invitations {

    private final CaseContexts cases;

    Invitations(CaseContexts cases) {
        this.cases = cases;
    }

    /**
     * Returns the invitation to rate the outcome of a case.
     *
     * @throws CommandRefused if the case has no outcome yet
     */
    EvaluationCommand.Invite of(CaseId id, Actor by, Instant at) {
        var file = cases.find(id);
        if (file.begun() == null || file.ended() == null) {
            throw new CommandRefused(new EvaluationRefusal.NoServiceYet(id));
        }
        var begun = file.begun();
        var ended = file.ended();
        return new EvaluationCommand.Invite(
                EvaluationId.of(id),
                id,
                begun.item().itemId(),
                begun.item().name(),
                begun.organization(),
                begun.window(),
                ended.by(),
                ended.occurredAt(),
                by,
                at);
    }

    @Nullable Applicant applicant(CaseId id) {
        return cases.find(id).applied().map(CaseApplied::applicant).orElse(null);
    }
}

package org.serviceledger.command.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.cases.CaseEvent;
import org.serviceledger.api.cases.CaseEvent.CaseApplied;
import org.serviceledger.api.cases.CaseEvent.CaseFinished;
import org.serviceledger.api.cases.CaseEvent.CaseImported;
import org.serviceledger.api.cases.CaseEvent.StepStarted;
import org.serviceledger.api.item.StepKind;
import org.serviceledger.api.organization.OrganizationId;

/**
 * The facts about a case that its requests need.
 *
 * @param organization the organisation of the case; null if there is no such case
 * @param begun the application; null for an imported case
 * @param steps the kind of each step by name
 */
record CaseContext(
        @Nullable OrganizationId organization,
        @Nullable CaseApplied begun,
        @Nullable CaseFinished ended,
        Map<String, StepKind> steps) {

    static final CaseContext NONE = new CaseContext(null, null, null, Map.of());

    CaseContext {
        steps = Map.copyOf(steps);
    }

    CaseContext after(CaseEvent event) {
        if (event instanceof CaseApplied applied) {
            return new CaseContext(applied.organization(), applied, ended, steps);
        }
        if (event instanceof CaseImported imported) {
            return new CaseContext(imported.organization(), begun, ended, steps);
        }
        if (event instanceof CaseFinished finished) {
            return new CaseContext(organization, begun, finished, steps);
        }
        return event instanceof StepStarted started ? with(started) : this;
    }

    Optional<CaseApplied> applied() {
        return Optional.ofNullable(begun);
    }

    Optional<CaseFinished> finished() {
        return Optional.ofNullable(ended);
    }

    /** Returns the kind of the named step if it was started. */
    Optional<StepKind> kindOfStep(String step) {
        return Optional.ofNullable(steps.get(step));
    }

    private CaseContext with(StepStarted started) {
        var more = new HashMap<>(steps);
        more.put(started.step(), started.kind());
        return new CaseContext(organization, begun, ended, more);
    }
}

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
 * What requests about a case need to know of it.
 *
 * @param organization whose case it is; absent if there is no such case
 * @param begun absent for an imported case
 * @param steps the kind of each step by its name
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

    /** Of what kind the step of this name is, if it was started. */
    Optional<StepKind> kindOfStep(String step) {
        return Optional.ofNullable(steps.get(step));
    }

    private CaseContext with(StepStarted started) {
        var more = new HashMap<>(steps);
        more.put(started.step(), started.kind());
        return new CaseContext(organization, begun, ended, more);
    }
}

package org.serviceledger.command.cases;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;
import org.serviceledger.api.calendar.Deadline;
import org.serviceledger.api.cases.CaseEvent.CaseRouted;
import org.serviceledger.api.cases.CaseEvent.StepFinished;
import org.serviceledger.api.cases.DecisionChain;
import org.serviceledger.api.cases.StepOutcome;
import org.serviceledger.api.item.StepKind;

/**
 * The work on an accepted case: its routing, its open steps and the persons who took part.
 *
 * @param departments the number of departments to which it was routed, 0 if none
 * @param parallel whether the departments work in parallel, so that several steps may be open
 * @param chain the last person of each kind of step who did not return the case
 * @param handlers everyone who ever finished a handling step
 * @param judges everyone who ever finished a review or an approval
 */
record Work(
        int departments,
        boolean parallel,
        Map<String, OpenStep> open,
        DecisionChain chain,
        Set<String> handlers,
        Set<String> judges) {

    /**
     * A step that has begun and not finished.
     *
     * @param deductedBefore working days deducted from the case's clock when the step began
     */
    record OpenStep(StepKind kind, Instant since, @Nullable Deadline due, int deductedBefore) {}

    static final Work NONE = new Work(0, false, Map.of(), new DecisionChain(null, null, null), Set.of(), Set.of());

    Work {
        open = Map.copyOf(open);
        handlers = Set.copyOf(handlers);
        judges = Set.copyOf(judges);
    }

    boolean isRouted() {
        return departments > 0;
    }

    /**
     * Returns whether several departments handle the case in parallel (联合办理). The law then allows a longer extension.
     */
    boolean isJoint() {
        return parallel && departments > 1;
    }

    Work routed(CaseRouted e) {
        return new Work(e.departments().size(), e.parallel(), open, chain, handlers, judges);
    }

    Work started(String name, OpenStep step) {
        var more = new HashMap<>(open);
        more.put(name, step);
        return new Work(departments, parallel, more, chain, handlers, judges);
    }

    Work finished(StepFinished e) {
        var fewer = new HashMap<>(open);
        fewer.remove(e.step());
        var person = e.by().person();
        return new Work(
                departments,
                parallel,
                fewer,
                e.outcome() == StepOutcome.RETURNED ? chain : link(e.kind(), e.by()),
                e.kind() == StepKind.HANDLE ? with(handlers, person) : handlers,
                e.kind() == StepKind.HANDLE ? judges : with(judges, person));
    }

    private DecisionChain link(StepKind kind, Actor by) {
        return switch (kind) {
            case HANDLE -> new DecisionChain(by, chain.reviewer(), chain.approver());
            case REVIEW -> new DecisionChain(chain.handler(), by, chain.approver());
            case APPROVE -> new DecisionChain(chain.handler(), chain.reviewer(), by);
        };
    }

    private static Set<String> with(Set<String> people, String one) {
        var more = new HashSet<>(people);
        more.add(one);
        return more;
    }
}

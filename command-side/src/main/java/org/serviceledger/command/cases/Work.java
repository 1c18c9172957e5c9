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
 * The work done on an accepted case: where it was routed, its open steps, and whose hands it went through.
 *
 * @param departments how many it was routed to, 0 if it was not
 * @param parallel whether they work side by side, so that several steps may be open
 * @param chain the last hand of each kind that let it pass
 * @param handlers everybody who ever finished a handling step
 * @param judges everybody who ever finished a review or an approval
 */
record Work(
        int departments,
        boolean parallel,
        Map<String, OpenStep> open,
        DecisionChain chain,
        Set<String> handlers,
        Set<String> judges) {

    /**
     * A step begun and not finished.
     *
     * @param deductedBefore what the clock of the case had taken off when the step began
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

    /** Several departments handling side by side (联合办理), for which the law grants a longer extension. */
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

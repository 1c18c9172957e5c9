package org.serviceledger.command.cases;

import static org.serviceledger.command.cases.Stages.notNow;
import static org.serviceledger.command.cases.Stages.refuseIf;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.CommandRefused;
import org.serviceledger.api.calendar.Deadline;
import org.serviceledger.api.calendar.TimeLimit;
import org.serviceledger.api.calendar.WorkingDayCalendar;
import org.serviceledger.api.cases.CaseCommand;
import org.serviceledger.api.cases.CaseCommand.FinishStep;
import org.serviceledger.api.cases.CaseCommand.RaiseObjection;
import org.serviceledger.api.cases.CaseCommand.Route;
import org.serviceledger.api.cases.CaseCommand.StartStep;
import org.serviceledger.api.cases.CaseEvent;
import org.serviceledger.api.cases.CaseEvent.CaseRouted;
import org.serviceledger.api.cases.CaseEvent.ObjectionRaised;
import org.serviceledger.api.cases.CaseEvent.StepFinished;
import org.serviceledger.api.cases.CaseEvent.StepStarted;
import org.serviceledger.api.cases.CaseRefusal.DaysNotPositive;
import org.serviceledger.api.cases.CaseRefusal.NoSuchStep;
import org.serviceledger.api.cases.CaseRefusal.OwnReviewer;
import org.serviceledger.api.cases.CaseRefusal.Stage;
import org.serviceledger.api.cases.CaseRefusal.StepIsOpen;
import org.serviceledger.api.item.ItemDetails;
import org.serviceledger.api.item.StepKind;
import org.serviceledger.command.cases.CaseState.InHand;

/** The rules between acceptance and decision: routing and steps (分类审批, 承办, 审核, 批准). */
final class HandlingRules {

    private HandlingRules() {}

    /** The commands on steps that may follow. */
    static Set<Class<? extends CaseCommand>> legal(InHand inHand) {
        var work = inHand.work();
        boolean idle = work.open().isEmpty();
        var legal = new HashSet<Class<? extends CaseCommand>>();
        CaseDecider.addIf(legal, idle, Route.class);
        CaseDecider.addIf(legal, isAssigned(inHand) && (idle || work.parallel()), StartStep.class);
        CaseDecider.addIf(legal, !idle, FinishStep.class);
        return Set.copyOf(legal);
    }

    /** An instant case needs no routing. */
    private static boolean isAssigned(InHand inHand) {
        return inHand.work().isRouted() || inHand.matter().isInstant();
    }

    static List<CaseEvent> route(CaseState state, Route c) {
        var inHand = Stages.inHand(state, c);
        noStepMayBeOpen(inHand.work(), c);
        refuseIf(c.departments().isEmpty(), notNow(c, Stage.NO_DEPARTMENTS));
        return List.of(new CaseRouted(c.caseId(), c.departments(), c.parallel(), c.by(), c.at()));
    }

    static List<CaseEvent> startStep(CaseState state, StartStep c, WorkingDayCalendar calendar) {
        var inHand = Stages.inHand(state, c);
        var work = inHand.work();
        refuseIf(!isAssigned(inHand), notNow(c, Stage.NOT_ROUTED));
        refuseIf(work.open().containsKey(c.step()), new StepIsOpen(c.caseId(), c.step()));
        if (!work.parallel()) {
            noStepMayBeOpen(work, c);
        }
        return List.of(new StepStarted(c.caseId(), c.step(), c.kind(), due(inHand, c, calendar), c.by(), c.at()));
    }

    private static @Nullable Deadline due(InHand inHand, StartStep c, WorkingDayCalendar calendar) {
        var limit = limitOf(inHand, c);
        if (limit == null) {
            return null;
        }
        refuseIf(limit.value() <= 0, new DaysNotPositive(c.caseId(), limit.value()));
        return calendar.deadline(c.at(), limit);
    }

    static List<CaseEvent> finishStep(CaseState state, FinishStep c, WorkingDayCalendar calendar) {
        var inHand = Stages.inHand(state, c);
        var step = inHand.work().open().get(c.step());
        if (step == null) {
            throw new CommandRefused(new NoSuchStep(c.caseId(), c.step()));
        }
        handsMustBeSeparate(inHand, step.kind(), c.by().person(), c);
        var reckoning = new Reckoning(calendar);
        var clock = inHand.clock();
        var due = reckoning.dueOf(step, clock);
        return List.of(new StepFinished(
                c.caseId(),
                c.step(),
                step.kind(),
                c.outcome(),
                c.opinion(),
                due,
                reckoning.used(step.since(), c.at(), clock.deducted() - step.deductedBefore()),
                Reckoning.isPast(due, c.at()),
                c.by(),
                c.at()));
    }

    static List<CaseEvent> raiseObjection(CaseState state, RaiseObjection c) {
        Stages.running(state, c);
        Stages.mustSayWhy(c, c.text());
        return List.of(new ObjectionRaised(c.caseId(), c.against(), c.text(), c.by(), c.at()));
    }

    static void noStepMayBeOpen(Work work, CaseCommand c) {
        var open = work.open().keySet().stream().min(Comparator.naturalOrder());
        if (open.isPresent()) {
            throw new CommandRefused(new StepIsOpen(c.caseId(), open.get()));
        }
    }

    /**
     * A person who handles a case may neither review nor approve it, in either order. An instant case needs only one
     * person.
     */
    private static void handsMustBeSeparate(InHand inHand, StepKind kind, String person, CaseCommand c) {
        var others = switch (kind) {
            case HANDLE -> inHand.work().judges();
            case REVIEW, APPROVE -> inHand.work().handlers();
        };
        refuseIf(!inHand.matter().isInstant() && others.contains(person), new OwnReviewer(c.caseId(), person));
    }

    /** Returns the limit that the command gives, or else the one that the item sets for the step of this name. */
    private static @Nullable TimeLimit limitOf(InHand inHand, StartStep c) {
        if (c.limit() != null) {
            return c.limit();
        }
        return inHand.matter().item().steps().stream()
                .filter(step -> step.name().equals(c.step()))
                .findFirst()
                .map(ItemDetails.Step::limit)
                .orElse(null);
    }
}

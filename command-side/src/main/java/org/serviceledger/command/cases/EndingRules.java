package org.serviceledger.command.cases;

import static org.serviceledger.command.cases.Stages.mustSayWhy;
import static org.serviceledger.command.cases.Stages.notNow;
import static org.serviceledger.command.cases.Stages.refuseIf;

import java.util.List;
import org.serviceledger.api.calendar.WorkingDayCalendar;
import org.serviceledger.api.cases.CaseCommand;
import org.serviceledger.api.cases.CaseCommand.Deliver;
import org.serviceledger.api.cases.CaseCommand.Deny;
import org.serviceledger.api.cases.CaseCommand.Finish;
import org.serviceledger.api.cases.CaseCommand.Grant;
import org.serviceledger.api.cases.CaseCommand.IssueResult;
import org.serviceledger.api.cases.CaseCommand.Terminate;
import org.serviceledger.api.cases.CaseCommand.Withdraw;
import org.serviceledger.api.cases.CaseEvent;
import org.serviceledger.api.cases.CaseEvent.CaseDelivered;
import org.serviceledger.api.cases.CaseEvent.CaseDenied;
import org.serviceledger.api.cases.CaseEvent.CaseFinished;
import org.serviceledger.api.cases.CaseEvent.CaseGranted;
import org.serviceledger.api.cases.CaseEvent.CaseTerminated;
import org.serviceledger.api.cases.CaseEvent.CaseWithdrawn;
import org.serviceledger.api.cases.CaseEvent.ResultIssued;
import org.serviceledger.api.cases.CaseRefusal.LateReasonMissing;
import org.serviceledger.api.cases.CaseRefusal.NoStepOfKind;
import org.serviceledger.api.cases.CaseRefusal.OwnReviewer;
import org.serviceledger.api.cases.CaseRefusal.RemediesMissing;
import org.serviceledger.api.cases.CaseRefusal.Stage;
import org.serviceledger.api.cases.CaseResult;
import org.serviceledger.api.cases.DecisionChain;
import org.serviceledger.api.cases.Timeliness;
import org.serviceledger.api.item.StepKind;
import org.serviceledger.command.cases.CaseState.Decided;
import org.serviceledger.command.cases.CaseState.Ended;
import org.serviceledger.command.cases.CaseState.InHand;

/** The rules for deciding, finishing, issuing and delivering (行政许可法 38, 44; 优化营商环境条例 36). */
final class EndingRules {

    private EndingRules() {}

    /** Whether only the hand that decides may stand in the way of a decision. */
    static boolean isReadyForDecision(InHand inHand) {
        var work = inHand.work();
        return inHand.clock().stop() == null
                && work.open().isEmpty()
                && (inHand.matter().isInstant() || work.chain().handler() != null);
    }

    static boolean isDecided(Ended ended) {
        return ended.result() == CaseResult.GRANTED || ended.result() == CaseResult.DENIED;
    }

    static List<CaseEvent> grant(CaseState state, Grant c) {
        var chain = mustBeReadyForDecision(state, c);
        return List.of(new CaseGranted(c.caseId(), c.documentNumber(), c.opinion(), chain, c.by(), c.at()));
    }

    static List<CaseEvent> deny(CaseState state, Deny c) {
        var chain = mustBeReadyForDecision(state, c);
        mustSayWhy(c, c.reasons());
        refuseIf(c.remedies().isBlank(), new RemediesMissing(c.caseId()));
        return List.of(
                new CaseDenied(c.caseId(), c.documentNumber(), c.reasons(), c.remedies(), chain, c.by(), c.at()));
    }

    /**
     * Requires a running clock and no open step. A case that is not instant also needs a finished handling step, and
     * the deciding person must not have handled it.
     */
    private static DecisionChain mustBeReadyForDecision(CaseState state, CaseCommand c) {
        var inHand = Stages.inHand(state, c);
        ClockRules.mustRun(inHand, c);
        var work = inHand.work();
        HandlingRules.noStepMayBeOpen(work, c);
        if (!inHand.matter().isInstant()) {
            refuseIf(work.chain().handler() == null, new NoStepOfKind(c.caseId(), StepKind.HANDLE));
            var person = c.by().person();
            refuseIf(work.handlers().contains(person), new OwnReviewer(c.caseId(), person));
        }
        return work.chain();
    }

    static List<CaseEvent> finish(CaseState state, Finish c, WorkingDayCalendar calendar) {
        Decided decided = Stages.decided(state, c);
        var clock = decided.clock();
        var reckoning = new Reckoning(calendar);
        var timeliness = Reckoning.timeliness(clock.promised(), c.at());
        var late = timeliness == Timeliness.LATE;
        var reason = c.lateReason();
        refuseIf(late && (reason == null || reason.isBlank()), new LateReasonMissing(c.caseId(), clock.promised()));
        return List.of(new CaseFinished(
                c.caseId(),
                decided.result(),
                reckoning.used(clock.start(), c.at(), clock.deducted()),
                timeliness,
                reckoning.overdue(clock.promised(), c.at()),
                Reckoning.isPast(clock.legal(), c.at()),
                late ? reason : null,
                c.by(),
                c.at()));
    }

    static List<CaseEvent> issue(CaseState state, IssueResult c) {
        var ended = mustHaveBeenDecided(Stages.ended(state, c), c);
        refuseIf(ended.issued(), notNow(c, Stage.ISSUED));
        return List.of(new ResultIssued(c.caseId(), c.resultName(), c.resultNumber(), c.by(), c.at()));
    }

    static List<CaseEvent> deliver(CaseState state, Deliver c) {
        var ended = mustHaveBeenDecided(Stages.ended(state, c), c);
        refuseIf(ended.delivered(), notNow(c, Stage.DELIVERED));
        return List.of(new CaseDelivered(c.caseId(), c.method(), c.recipient(), c.by(), c.at()));
    }

    private static Ended mustHaveBeenDecided(Ended ended, CaseCommand c) {
        refuseIf(!isDecided(ended), notNow(c, ended.stage()));
        return ended;
    }

    static List<CaseEvent> withdraw(CaseState state, Withdraw c) {
        var running = Stages.running(state, c);
        refuseIf(running instanceof Decided, notNow(c, running.stage()));
        return List.of(new CaseWithdrawn(c.caseId(), c.reason(), c.by(), c.at()));
    }

    static List<CaseEvent> terminate(CaseState state, Terminate c) {
        Stages.running(state, c);
        mustSayWhy(c, c.reason());
        return List.of(new CaseTerminated(c.caseId(), c.reason(), c.by(), c.at()));
    }
}

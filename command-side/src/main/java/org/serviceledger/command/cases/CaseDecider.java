package org.serviceledger.command.cases;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.serviceledger.api.cases.CaseCommand;
import org.serviceledger.api.cases.CaseCommand.Accept;
import org.serviceledger.api.cases.CaseCommand.Apply;
import org.serviceledger.api.cases.CaseCommand.CorrectOnTheSpot;
import org.serviceledger.api.cases.CaseCommand.DeemAccepted;
import org.serviceledger.api.cases.CaseCommand.Deliver;
import org.serviceledger.api.cases.CaseCommand.Deny;
import org.serviceledger.api.cases.CaseCommand.EndSpecialProcedure;
import org.serviceledger.api.cases.CaseCommand.Extend;
import org.serviceledger.api.cases.CaseCommand.Finish;
import org.serviceledger.api.cases.CaseCommand.FinishStep;
import org.serviceledger.api.cases.CaseCommand.Grant;
import org.serviceledger.api.cases.CaseCommand.ImportCase;
import org.serviceledger.api.cases.CaseCommand.IssueResult;
import org.serviceledger.api.cases.CaseCommand.RaiseObjection;
import org.serviceledger.api.cases.CaseCommand.Receive;
import org.serviceledger.api.cases.CaseCommand.RecordFirstAsked;
import org.serviceledger.api.cases.CaseCommand.RefuseAcceptance;
import org.serviceledger.api.cases.CaseCommand.RequestSupplement;
import org.serviceledger.api.cases.CaseCommand.Resume;
import org.serviceledger.api.cases.CaseCommand.Route;
import org.serviceledger.api.cases.CaseCommand.StartSpecialProcedure;
import org.serviceledger.api.cases.CaseCommand.StartStep;
import org.serviceledger.api.cases.CaseCommand.Supplement;
import org.serviceledger.api.cases.CaseCommand.Suspend;
import org.serviceledger.api.cases.CaseCommand.Terminate;
import org.serviceledger.api.cases.CaseCommand.Withdraw;
import org.serviceledger.api.cases.CaseEvent;
import org.serviceledger.command.cases.CaseState.Applied;
import org.serviceledger.command.cases.CaseState.Decided;
import org.serviceledger.command.cases.CaseState.Ended;
import org.serviceledger.command.cases.CaseState.Imported;
import org.serviceledger.command.cases.CaseState.InHand;
import org.serviceledger.command.cases.CaseState.NotApplied;
import org.serviceledger.command.cases.CaseState.Received;
import org.serviceledger.command.cases.CaseState.Running;

/**
 * The rules of a case: from a state and a command to events. Pure functions: they depend on no framework and no clock.
 */
final class CaseDecider {

    private CaseDecider() {}

    static List<CaseEvent> decide(CaseState state, CaseCommand command, CaseFacts facts) {
        return switch (command) {
            case Apply apply -> IntakeRules.apply(state, apply, facts);
            case RecordFirstAsked first -> IntakeRules.recordFirstAsked(state, first);
            case Receive receive -> IntakeRules.receive(state, receive, facts.calendar());
            case CorrectOnTheSpot correct -> IntakeRules.correct(state, correct);
            case RequestSupplement request -> IntakeRules.requestSupplement(state, request, facts.calendar());
            case Supplement supplement -> IntakeRules.supplement(state, supplement);
            case Accept accept -> IntakeRules.accept(state, accept, facts.calendar());
            case RefuseAcceptance refuse -> IntakeRules.refuseAcceptance(state, refuse);
            case DeemAccepted deem -> IntakeRules.deemAccepted(state, deem, facts.calendar());
            case Route route -> HandlingRules.route(state, route);
            case StartStep start -> HandlingRules.startStep(state, start, facts.calendar());
            case FinishStep finish -> HandlingRules.finishStep(state, finish, facts.calendar());
            case StartSpecialProcedure start -> ClockRules.startSpecialProcedure(state, start);
            case EndSpecialProcedure end -> ClockRules.endSpecialProcedure(state, end, facts.calendar());
            case Suspend suspend -> ClockRules.suspend(state, suspend);
            case Resume resume -> ClockRules.resume(state, resume, facts.calendar());
            case Extend extend -> ClockRules.extend(state, extend, facts.calendar());
            case RaiseObjection raise -> HandlingRules.raiseObjection(state, raise);
            case Grant grant -> EndingRules.grant(state, grant);
            case Deny deny -> EndingRules.deny(state, deny);
            case Finish finish -> EndingRules.finish(state, finish, facts.calendar());
            case IssueResult issue -> EndingRules.issue(state, issue);
            case Deliver deliver -> EndingRules.deliver(state, deliver);
            case Withdraw withdraw -> EndingRules.withdraw(state, withdraw);
            case Terminate terminate -> EndingRules.terminate(state, terminate);
            case ImportCase imported -> ImportRules.importCase(state, imported);
        };
    }

    /** The commands that may follow in this state at this time; every other one is refused or changes nothing. */
    static Set<Class<? extends CaseCommand>> legal(CaseState state, Instant now) {
        return switch (state) {
            case NotApplied _ -> Set.of(Apply.class, ImportCase.class);
            case Imported _ -> Set.of(ImportCase.class);
            case Running running -> legal(running, now);
            case Ended ended -> {
                var legal = new HashSet<Class<? extends CaseCommand>>();
                addIf(legal, EndingRules.isDecided(ended) && !ended.issued(), IssueResult.class);
                addIf(legal, EndingRules.isDecided(ended) && !ended.delivered(), Deliver.class);
                yield Set.copyOf(legal);
            }
        };
    }

    private static Set<Class<? extends CaseCommand>> legal(Running running, Instant now) {
        var legal = new HashSet<Class<? extends CaseCommand>>(
                Set.of(RecordFirstAsked.class, RaiseObjection.class, Terminate.class));
        addIf(legal, !(running instanceof Decided), Withdraw.class);
        switch (running) {
            case Applied _ -> legal.addAll(Set.of(Receive.class, CorrectOnTheSpot.class, RefuseAcceptance.class));
            case Received received -> legal.addAll(IntakeRules.legal(received, now));
            case InHand inHand -> {
                legal.addAll(HandlingRules.legal(inHand));
                legal.addAll(ClockRules.legal(inHand, now));
                addIf(legal, EndingRules.isReadyForDecision(inHand), Grant.class);
                addIf(legal, EndingRules.isReadyForDecision(inHand), Deny.class);
            }
            case Decided _ -> legal.add(Finish.class);
        }
        return Set.copyOf(legal);
    }

    static void addIf(Set<Class<? extends CaseCommand>> legal, boolean may, Class<? extends CaseCommand> command) {
        if (may) {
            legal.add(command);
        }
    }
}

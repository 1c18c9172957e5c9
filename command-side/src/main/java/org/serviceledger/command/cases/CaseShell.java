package org.serviceledger.command.cases;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.serviceledger.api.SignedIn;
import org.serviceledger.api.calendar.WorkingDayCalendar;
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
import org.serviceledger.api.cases.CaseId;
import org.serviceledger.api.item.StepKind;
import org.serviceledger.command.access.Scopes;
import org.serviceledger.command.calendar.CurrentCalendar;
import org.serviceledger.command.cases.CaseState.InHand;
import org.serviceledger.command.item.ItemCatalogue;
import org.serviceledger.command.organization.HallDirectory;
import org.serviceledger.command.stream.FamilyShell;
import org.serviceledger.command.window.WindowRegister;
import org.serviceledger.command.window.WindowStanding;
import org.springframework.stereotype.Component;

/** Runs cases (办件) and loads the calendar in force and the facts that an application refers to. */
@Component
final class CaseShell extends FamilyShell<CaseState, CaseCommand, CaseEvent> {

    private final CurrentCalendar current;
    private final ItemCatalogue items;
    private final HallDirectory halls;
    private final WindowRegister windows;

    CaseShell(CurrentCalendar current, ItemCatalogue items, HallDirectory halls, WindowRegister windows) {
        super("Case", CaseCommand.class, CaseEvent.class, new CaseState.NotApplied(), CaseState::evolve, 10_000);
        this.current = current;
        this.items = items;
        this.halls = halls;
        this.windows = windows;
    }

    @Override
    public List<CaseEvent> decide(CaseState state, CaseCommand command) {
        return CaseDecider.decide(state, command, facts(command));
    }

    @Override
    public void mustReach(SignedIn user, CaseState state, String stream) {
        Scopes.mustReach(user, CaseState.organization(state, new CaseId(stream)));
    }

    @Override
    public CaseCommand admit(SignedIn user, CaseState state, CaseCommand command) {
        if (command instanceof Apply apply) {
            Scopes.mustReach(user, apply.organization());
            return apply;
        }
        mustReach(user, state, command.stream());
        if (command instanceof StartStep start) {
            return start.by(Capacity.of(user, start.kind(), start.by()));
        }
        if (command instanceof FinishStep finish) {
            return finish.by(Capacity.of(user, kind(state, finish.step()), finish.by()));
        }
        return command;
    }

    /** Returns the kind of an open step. The decider refuses to finish any other. */
    private static StepKind kind(CaseState state, String step) {
        var open = state instanceof InHand inHand ? inHand.work().open().get(step) : null;
        return open == null ? StepKind.HANDLE : open.kind();
    }

    @Override
    public Set<Class<? extends CaseCommand>> legal(CaseState state, Instant now) {
        return CaseDecider.legal(state, now);
    }

    private CaseFacts facts(CaseCommand command) {
        return switch (command) {
            case Apply apply -> named(apply);
            case Receive _,
                    RequestSupplement _,
                    Accept _,
                    DeemAccepted _,
                    StartStep _,
                    FinishStep _,
                    EndSpecialProcedure _,
                    Resume _,
                    Extend _,
                    Finish _ -> CaseFacts.of(current.calendar());
            case RecordFirstAsked _,
                    CorrectOnTheSpot _,
                    Supplement _,
                    RefuseAcceptance _,
                    Route _,
                    StartSpecialProcedure _,
                    Suspend _,
                    RaiseObjection _,
                    Grant _,
                    Deny _,
                    IssueResult _,
                    Deliver _,
                    Withdraw _,
                    Terminate _,
                    ImportCase _ -> CaseFacts.NONE;
        };
    }

    private CaseFacts named(Apply apply) {
        var window = apply.window();
        return new CaseFacts(
                WorkingDayCalendar.empty(),
                items.standing(apply.itemId(), apply.at()),
                halls.knows(apply.organization()),
                window == null ? WindowStanding.UNKNOWN : windows.standing(window));
    }
}

package org.serviceledger.command.cases;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
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
import org.serviceledger.command.calendar.CurrentCalendar;
import org.serviceledger.command.cases.CaseState.NotApplied;
import org.serviceledger.command.item.ItemCatalogue;
import org.serviceledger.command.organization.HallDirectory;
import org.serviceledger.command.stream.Decides;
import org.serviceledger.command.stream.Happenings;
import org.serviceledger.command.window.WindowRegister;
import org.serviceledger.command.window.WindowStanding;

/** Lets Axon drive the {@link CaseDecider}; it holds no rule. */
@Aggregate(type = "Case")
final class ServiceCase {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable CaseId id;

    private CaseState state = new NotApplied();

    ServiceCase() {}

    @Decides
    void handle(Apply command, ItemCatalogue items, HallDirectory halls, WindowRegister windows) {
        var window = command.window();
        decide(
                command,
                new CaseFacts(
                        WorkingDayCalendar.empty(),
                        items.standing(command.itemId(), command.at()),
                        halls.knows(command.organization()),
                        window == null ? WindowStanding.UNKNOWN : windows.standing(window)));
    }

    @Decides
    void handle(RecordFirstAsked command) {
        decide(command, CaseFacts.NONE);
    }

    @Decides
    void handle(Receive command, CurrentCalendar current) {
        decide(command, CaseFacts.of(current.calendar()));
    }

    @Decides
    void handle(CorrectOnTheSpot command) {
        decide(command, CaseFacts.NONE);
    }

    @Decides
    void handle(RequestSupplement command, CurrentCalendar current) {
        decide(command, CaseFacts.of(current.calendar()));
    }

    @Decides
    void handle(Supplement command) {
        decide(command, CaseFacts.NONE);
    }

    @Decides
    void handle(Accept command, CurrentCalendar current) {
        decide(command, CaseFacts.of(current.calendar()));
    }

    @Decides
    void handle(RefuseAcceptance command) {
        decide(command, CaseFacts.NONE);
    }

    @Decides
    void handle(DeemAccepted command, CurrentCalendar current) {
        decide(command, CaseFacts.of(current.calendar()));
    }

    @Decides
    void handle(Route command) {
        decide(command, CaseFacts.NONE);
    }

    @Decides
    void handle(StartStep command, CurrentCalendar current) {
        decide(command, CaseFacts.of(current.calendar()));
    }

    @Decides
    void handle(FinishStep command, CurrentCalendar current) {
        decide(command, CaseFacts.of(current.calendar()));
    }

    @Decides
    void handle(StartSpecialProcedure command) {
        decide(command, CaseFacts.NONE);
    }

    @Decides
    void handle(EndSpecialProcedure command, CurrentCalendar current) {
        decide(command, CaseFacts.of(current.calendar()));
    }

    @Decides
    void handle(Suspend command) {
        decide(command, CaseFacts.NONE);
    }

    @Decides
    void handle(Resume command, CurrentCalendar current) {
        decide(command, CaseFacts.of(current.calendar()));
    }

    @Decides
    void handle(Extend command, CurrentCalendar current) {
        decide(command, CaseFacts.of(current.calendar()));
    }

    @Decides
    void handle(RaiseObjection command) {
        decide(command, CaseFacts.NONE);
    }

    @Decides
    void handle(Grant command) {
        decide(command, CaseFacts.NONE);
    }

    @Decides
    void handle(Deny command) {
        decide(command, CaseFacts.NONE);
    }

    @Decides
    void handle(Finish command, CurrentCalendar current) {
        decide(command, CaseFacts.of(current.calendar()));
    }

    @Decides
    void handle(IssueResult command) {
        decide(command, CaseFacts.NONE);
    }

    @Decides
    void handle(Deliver command) {
        decide(command, CaseFacts.NONE);
    }

    @Decides
    void handle(Withdraw command) {
        decide(command, CaseFacts.NONE);
    }

    @Decides
    void handle(Terminate command) {
        decide(command, CaseFacts.NONE);
    }

    @Decides
    void handle(ImportCase command) {
        decide(command, CaseFacts.NONE);
    }

    @EventSourcingHandler
    void on(CaseEvent event) {
        id = event.caseId();
        state = state.evolve(event);
    }

    private void decide(CaseCommand command, CaseFacts facts) {
        Happenings.append(CaseDecider.decide(state, command, facts));
    }
}

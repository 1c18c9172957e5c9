package org.serviceledger.command.cases;

import static org.serviceledger.command.Examples.*;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;
import org.serviceledger.api.calendar.TimeLimit;
import org.serviceledger.api.calendar.WorkingDayCalendar;
import org.serviceledger.api.cases.CaseCommand;
import org.serviceledger.api.cases.CaseCommand.Accept;
import org.serviceledger.api.cases.CaseCommand.Apply;
import org.serviceledger.api.cases.CaseCommand.DeemAccepted;
import org.serviceledger.api.cases.CaseCommand.Deliver;
import org.serviceledger.api.cases.CaseCommand.Deny;
import org.serviceledger.api.cases.CaseCommand.EndSpecialProcedure;
import org.serviceledger.api.cases.CaseCommand.Extend;
import org.serviceledger.api.cases.CaseCommand.Finish;
import org.serviceledger.api.cases.CaseCommand.FinishStep;
import org.serviceledger.api.cases.CaseCommand.Grant;
import org.serviceledger.api.cases.CaseCommand.IssueResult;
import org.serviceledger.api.cases.CaseCommand.Receive;
import org.serviceledger.api.cases.CaseCommand.RefuseAcceptance;
import org.serviceledger.api.cases.CaseCommand.RequestSupplement;
import org.serviceledger.api.cases.CaseCommand.Resume;
import org.serviceledger.api.cases.CaseCommand.Route;
import org.serviceledger.api.cases.CaseCommand.StartSpecialProcedure;
import org.serviceledger.api.cases.CaseCommand.StartStep;
import org.serviceledger.api.cases.CaseCommand.Supplement;
import org.serviceledger.api.cases.CaseCommand.Suspend;
import org.serviceledger.api.cases.CaseEvent;
import org.serviceledger.api.cases.CaseId;
import org.serviceledger.api.cases.CaseRefusal.NotInThisStage;
import org.serviceledger.api.cases.CaseRefusal.ReasonsMissing;
import org.serviceledger.api.cases.CaseRefusal.Stage;
import org.serviceledger.api.cases.SpecialProcedure;
import org.serviceledger.api.cases.StepOutcome;
import org.serviceledger.api.item.Channel;
import org.serviceledger.api.item.ItemDetails;
import org.serviceledger.api.item.ItemInForce;
import org.serviceledger.api.item.StepKind;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.command.DeciderSpec;
import org.serviceledger.command.calendar.OfficialCalendar;
import org.serviceledger.command.item.ItemStanding;
import org.serviceledger.command.window.WindowStanding;
import org.serviceledger.words.Message;

/** A case with its history so far, and short names for the commands in tests. */
record CaseHistory(CaseState state, CaseFacts facts, List<CaseEvent> events) {

    CaseHistory(CaseState state, CaseFacts facts) {
        this(state, facts, List.of());
    }

    static final CaseId CASE = CaseId.ofNumber("20240301-0001");
    static final WorkingDayCalendar CALENDAR = OfficialCalendar.calendar();

    /** Promised within 5 working days; the legal limit is 20. */
    static final ItemStanding PROMISED = inForce(promised(TimeLimit.workingDays(20), TimeLimit.workingDays(5)));

    static final ItemStanding INSTANT = inForce(instant());

    static CaseHistory nothing() {
        return new CaseHistory(new CaseState.NotApplied(), facts(PROMISED));
    }

    static CaseHistory of(ItemStanding item) {
        return new CaseHistory(new CaseState.NotApplied(), facts(item));
    }

    /** A case received on Friday, 2024-03-01. */
    static CaseHistory received() {
        return nothing().after(applied("2024-03-01 09:00"), receive("2024-03-01 09:05"));
    }

    /** A case accepted on Friday, 2024-03-01, promised by Friday the 8th; the legal deadline is Friday the 29th. */
    static CaseHistory accepted() {
        return received().after(accept("2024-03-01 09:10"));
    }

    static CaseHistory routed() {
        return accepted().after(route(false, "2024-03-01 09:15", "民政局"));
    }

    /** A case that three persons handled, reviewed and approved on Monday, 2024-03-04. */
    static CaseHistory approved() {
        return routed().after(
                        start("承办", StepKind.HANDLE, HANDLER, "2024-03-04 09:00"),
                        finish("承办", HANDLER, "2024-03-04 10:00"),
                        start("审核", StepKind.REVIEW, REVIEWER, "2024-03-04 10:00"),
                        finish("审核", REVIEWER, "2024-03-04 11:00"),
                        start("批准", StepKind.APPROVE, APPROVER, "2024-03-04 11:00"),
                        finish("批准", APPROVER, "2024-03-04 12:00"));
    }

    static CaseHistory granted() {
        return approved().after(grant(APPROVER, "2024-03-04 12:05"));
    }

    CaseHistory after(CaseCommand... commands) {
        var now = state;
        var all = new ArrayList<>(events);
        for (var command : commands) {
            for (var event : CaseDecider.decide(now, command, facts)) {
                now = now.evolve(event);
                all.add(event);
            }
        }
        return new CaseHistory(now, facts, List.copyOf(all));
    }

    DeciderSpec.When<CaseEvent> when(CaseCommand command) {
        return new DeciderSpec.When<>(() -> CaseDecider.decide(state, command, facts));
    }

    static ItemStanding inForce(ItemDetails details) {
        return new ItemStanding.InForce(ItemInForce.of(ITEM, 3, details));
    }

    static CaseFacts facts(ItemStanding item) {
        return new CaseFacts(CALENDAR, item, true, WindowStanding.IN_USE);
    }

    static Apply applied(String time) {
        return applied(TOWN, time);
    }

    static Apply applied(OrganizationId hall, String time) {
        return new Apply(
                CASE,
                ITEM,
                APPLICANT,
                Channel.WINDOW,
                hall,
                WINDOW,
                "低保申请",
                List.of("申请书"),
                false,
                false,
                "731905",
                CITIZEN,
                at(time));
    }

    static Receive receive(String time) {
        return new Receive(CASE, "SJ-1", CLERK, at(time));
    }

    static RequestSupplement requestSupplement(String time, String... missing) {
        return new RequestSupplement(CASE, List.of(missing), "BZ-1", TimeLimit.workingDays(10), CLERK, at(time));
    }

    static Supplement supplement(String time) {
        return new Supplement(CASE, List.of("户口簿"), CITIZEN, at(time));
    }

    static Accept accept(String time) {
        return new Accept(CASE, "SL-1", CLERK, at(time));
    }

    static RefuseAcceptance refuseAcceptance(String reasons, String time) {
        return new RefuseAcceptance(CASE, "BSL-1", reasons, CLERK, at(time));
    }

    static DeemAccepted deemAccepted(String time) {
        return new DeemAccepted(CASE, Actor.system(), at(time));
    }

    static Route route(boolean parallel, String time, String... departments) {
        return new Route(CASE, List.of(departments), parallel, CLERK, at(time));
    }

    static StartStep start(String step, StepKind kind, Actor by, String time) {
        return new StartStep(CASE, step, kind, null, by, at(time));
    }

    static FinishStep finish(String step, Actor by, String time) {
        return new FinishStep(CASE, step, StepOutcome.PASSED, "同意", by, at(time));
    }

    static StartSpecialProcedure hearing(int approvedDays, String time) {
        return new StartSpecialProcedure(
                CASE, SpecialProcedure.HEARING, approvedDays, "利害关系人申请听证", "TZ-1", HANDLER, at(time));
    }

    static EndSpecialProcedure endHearing(String time) {
        return new EndSpecialProcedure(CASE, "听证结束", HANDLER, at(time));
    }

    static Suspend suspend(String time) {
        return new Suspend(CASE, "等待上级系统恢复", HANDLER, at(time));
    }

    static Resume resume(String time) {
        return new Resume(CASE, HANDLER, at(time));
    }

    static Extend extend(int days, String time) {
        return new Extend(CASE, days, "案情复杂", APPROVER, at(time));
    }

    static Grant grant(Actor by, String time) {
        return new Grant(CASE, "JD-1", "符合条件", by, at(time));
    }

    static Deny deny(String reasons, String remedies, String time) {
        return new Deny(CASE, "JD-2", reasons, remedies, APPROVER, at(time));
    }

    static Finish end(@Nullable String lateReason, String time) {
        return new Finish(CASE, lateReason, CLERK, at(time));
    }

    static IssueResult issue(String time) {
        return new IssueResult(CASE, "审核确认通知书", "TZS-1", CLERK, at(time));
    }

    static Deliver deliver(String time) {
        return new Deliver(CASE, "当面", "张三", CLERK, at(time));
    }

    /**
     * Returns the refusal of a command that came too early or too late.
     *
     * @param asked the simple name of the command's record
     */
    static NotInThisStage notNow(String asked, Stage stage) {
        return new NotInThisStage(CASE, Message.of("command." + asked), stage);
    }

    static ReasonsMissing noReasons(String asked) {
        return new ReasonsMissing(CASE, Message.of("command." + asked));
    }
}

package org.serviceledger.api.cases;

import static org.serviceledger.api.UserRole.APPROVER;
import static org.serviceledger.api.UserRole.CLERK;
import static org.serviceledger.api.UserRole.MANAGER;

import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;
import org.serviceledger.api.ActorRole;
import org.serviceledger.api.LedgerCommand;
import org.serviceledger.api.act.Act;
import org.serviceledger.api.act.DefaultsTo;
import org.serviceledger.api.act.Text;
import org.serviceledger.api.calendar.TimeLimit;
import org.serviceledger.api.imports.Attribute;
import org.serviceledger.api.imports.ImportedAct;
import org.serviceledger.api.imports.Provenance;
import org.serviceledger.api.item.Channel;
import org.serviceledger.api.item.ItemId;
import org.serviceledger.api.item.StepKind;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.window.WindowId;

/** Commands on a case (办件). */
public sealed interface CaseCommand extends LedgerCommand {

    CaseId caseId();

    @Override
    default String stream() {
        return caseId().value();
    }

    /**
     * Records an application, which begins the case.
     *
     * @param title subject of the case in one line
     * @param materials the documents submitted
     * @param zeroMaterial whether no document had to be submitted (零材料提交)
     * @param agent whether a 代办员 applies on the applicant's behalf, at the applicant's wish and free of charge
     * @param progressCode the code that the applicant enters together with the case number to query progress (查询码)
     */
    @Act(
            method = Act.Method.CREATE,
            roles = {CLERK, MANAGER},
            special = true)
    @RecordBuilder
    record Apply(
            CaseId caseId,
            ItemId itemId,
            Applicant applicant,
            Channel channel,
            OrganizationId organization,
            @Nullable WindowId window,
            String title,
            List<String> materials,
            boolean zeroMaterial,
            boolean agent,
            String progressCode,
            Actor by,
            Instant at)
            implements CaseCommand {}

    /** Records the member of staff whom the applicant asked first (首问负责制). */
    @Act(
            path = "first-asked",
            roles = {CLERK, MANAGER},
            as = ActorRole.FIRST_ASKED)
    record RecordFirstAsked(CaseId caseId, Actor by, Instant at) implements CaseCommand {}

    @Act(
            path = "receive",
            roles = {CLERK, MANAGER})
    record Receive(CaseId caseId, @Text(max = 60) String receiptNumber, Actor by, Instant at) implements CaseCommand {}

    @Act(
            path = "correct",
            roles = {CLERK, MANAGER})
    record CorrectOnTheSpot(CaseId caseId, @Text(max = 1000) String correction, Actor by, Instant at)
            implements CaseCommand {}

    /**
     * Tells the applicant once of everything that is missing (一次性告知).
     *
     * @param within the time limit for the applicant to supply it
     */
    @Act(
            path = "request-supplement",
            roles = {CLERK, MANAGER})
    record RequestSupplement(
            CaseId caseId,
            @NotEmpty @Size(max = 100) List<@Text(max = 200) String> missing,
            @Text(max = 60) String noticeNumber,
            TimeLimit within,
            Actor by,
            Instant at)
            implements CaseCommand {}

    @Act(
            path = "supplement",
            roles = {CLERK, MANAGER})
    record Supplement(
            CaseId caseId, @NotEmpty @Size(max = 100) List<@Text(max = 200) String> materials, Actor by, Instant at)
            implements CaseCommand {}

    @Act(
            path = "accept",
            roles = {CLERK, MANAGER, APPROVER})
    record Accept(CaseId caseId, @Text(max = 60) String documentNumber, Actor by, Instant at) implements CaseCommand {}

    @Act(
            path = "refuse-acceptance",
            roles = {CLERK, MANAGER, APPROVER})
    record RefuseAcceptance(
            CaseId caseId,
            @Text(max = 60) String documentNumber,
            @Text(max = 2000) String reasons,
            Actor by,
            Instant at)
            implements CaseCommand {}

    /**
     * Records that the case is accepted by law as of receipt, because the department gave no notice within five working
     * days (视为受理, 行政许可法 32(四)).
     */
    @Act(
            path = "deem-accepted",
            roles = {CLERK, MANAGER, APPROVER})
    record DeemAccepted(CaseId caseId, Actor by, Instant at) implements CaseCommand {}

    @Act(
            path = "route",
            roles = {CLERK, MANAGER, APPROVER})
    record Route(
            CaseId caseId,
            @NotEmpty @Size(max = 30) List<@Text(max = 100) String> departments,
            @DefaultsTo("false") boolean parallel,
            Actor by,
            Instant at)
            implements CaseCommand {}

    @Act(
            path = "start-step",
            roles = {CLERK, APPROVER, MANAGER})
    record StartStep(
            CaseId caseId,
            @Text(max = 100) String step,
            StepKind kind,
            @Nullable TimeLimit limit,
            Actor by,
            Instant at) implements CaseCommand {

        /** Returns the same command by this actor. */
        public StartStep by(Actor other) {
            return new StartStep(caseId, step, kind, limit, other, at);
        }
    }

    @Act(
            path = "finish-step",
            roles = {CLERK, APPROVER, MANAGER})
    record FinishStep(
            CaseId caseId,
            @Text(max = 100) String step,
            StepOutcome outcome,
            @Text(max = 2000) String opinion,
            Actor by,
            Instant at)
            implements CaseCommand {

        /** Returns the same command by this actor. */
        public FinishStep by(Actor other) {
            return new FinishStep(caseId, step, outcome, opinion, other, at);
        }
    }

    /**
     * Stops the clock for a procedure that the law does not count into the limit.
     *
     * @param noticeNumber number of the written notice that tells the applicant the time needed
     */
    @Act(
            path = "start-special-procedure",
            roles = {APPROVER, MANAGER})
    record StartSpecialProcedure(
            CaseId caseId,
            SpecialProcedure procedure,
            @Min(1) @Max(3650) int approvedWorkingDays,
            @Text(max = 2000) String reason,
            @Text(max = 60) String noticeNumber,
            Actor by,
            Instant at)
            implements CaseCommand {}

    @Act(
            path = "end-special-procedure",
            roles = {APPROVER, MANAGER})
    record EndSpecialProcedure(
            CaseId caseId, @Text(max = 2000) String result, Actor by, Instant at) implements CaseCommand {}

    @Act(
            path = "suspend",
            roles = {APPROVER, MANAGER})
    record Suspend(CaseId caseId, @Text(max = 2000) String reason, Actor by, Instant at) implements CaseCommand {}

    @Act(
            path = "resume",
            roles = {APPROVER, MANAGER})
    record Resume(CaseId caseId, Actor by, Instant at) implements CaseCommand {}

    /** Grants more time and tells the applicant the reasons. The actor {@code by} approves it (行政许可法 42). */
    @Act(
            path = "extend",
            roles = {APPROVER, MANAGER},
            as = ActorRole.APPROVER)
    record Extend(
            CaseId caseId,
            @Min(1) @Max(3650) int workingDays,
            @Text(max = 2000) String reason,
            Actor by,
            Instant at) implements CaseCommand {}

    /** Records an officer's objection to an order (公务员法 60). */
    @Act(
            path = "object",
            roles = {CLERK, APPROVER, MANAGER})
    record RaiseObjection(
            CaseId caseId,
            @Text(max = 200) String against,
            @Text(max = 2000) String text,
            Actor by,
            Instant at) implements CaseCommand {}

    @Act(
            path = "grant",
            roles = {APPROVER, MANAGER},
            as = ActorRole.APPROVER)
    record Grant(
            CaseId caseId,
            @Text(max = 60) String documentNumber,
            @Text(max = 2000) String opinion,
            Actor by,
            Instant at)
            implements CaseCommand {}

    /**
     * Decides against the applicant, with reasons.
     *
     * @param remedies information on 行政复议 and 行政诉讼
     */
    @Act(
            path = "deny",
            roles = {APPROVER, MANAGER},
            as = ActorRole.APPROVER)
    record Deny(
            CaseId caseId,
            @Text(max = 60) String documentNumber,
            @Text(max = 2000) String reasons,
            @Text(max = 1000) String remedies,
            Actor by,
            Instant at)
            implements CaseCommand {}

    /**
     * Ends the case and measures the time used against the deadlines.
     *
     * @param lateReason required if the case is late (优化营商环境条例 36)
     */
    @Act(
            path = "finish",
            roles = {CLERK, APPROVER, MANAGER})
    record Finish(CaseId caseId, @Text(max = 2000) @Nullable String lateReason, Actor by, Instant at)
            implements CaseCommand {}

    @Act(
            path = "issue",
            roles = {CLERK, APPROVER, MANAGER})
    record IssueResult(
            CaseId caseId,
            @Text(max = 200) String resultName,
            @Text(max = 100) @Nullable String resultNumber,
            Actor by,
            Instant at)
            implements CaseCommand {}

    @Act(
            path = "deliver",
            roles = {CLERK, MANAGER})
    record Deliver(
            CaseId caseId,
            @Text(max = 100) String method,
            @Text(max = 100) String recipient,
            Actor by,
            Instant at) implements CaseCommand {}

    @Act(
            path = "withdraw",
            roles = {CLERK, MANAGER})
    record Withdraw(CaseId caseId, @Text(max = 2000) String reason, Actor by, Instant at) implements CaseCommand {}

    @Act(
            path = "terminate",
            roles = {APPROVER, MANAGER})
    record Terminate(CaseId caseId, @Text(max = 2000) String reason, Actor by, Instant at) implements CaseCommand {}

    /** Imports a whole case from a file. Acts that the ledger already holds are skipped. */
    @RecordBuilder
    record ImportCase(
            CaseId caseId,
            Provenance provenance,
            String title,
            @Nullable String department,
            @Nullable String channel,
            @Nullable String responsible,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable Instant dueAt,
            List<Attribute> attributes,
            List<ImportedAct> acts,
            OrganizationId organization,
            Actor by,
            Instant at)
            implements CaseCommand {}
}

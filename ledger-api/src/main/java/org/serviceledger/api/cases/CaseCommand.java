package org.serviceledger.api.cases;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;
import org.serviceledger.api.LedgerCommand;
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
    record RecordFirstAsked(CaseId caseId, Actor by, Instant at) implements CaseCommand {}

    record Receive(CaseId caseId, String receiptNumber, Actor by, Instant at) implements CaseCommand {}

    record CorrectOnTheSpot(CaseId caseId, String correction, Actor by, Instant at) implements CaseCommand {}

    /**
     * Tells the applicant once of everything that is missing (一次性告知).
     *
     * @param within the time limit for the applicant to supply it
     */
    record RequestSupplement(
            CaseId caseId, List<String> missing, String noticeNumber, TimeLimit within, Actor by, Instant at)
            implements CaseCommand {}

    record Supplement(CaseId caseId, List<String> materials, Actor by, Instant at) implements CaseCommand {}

    record Accept(CaseId caseId, String documentNumber, Actor by, Instant at) implements CaseCommand {}

    record RefuseAcceptance(CaseId caseId, String documentNumber, String reasons, Actor by, Instant at)
            implements CaseCommand {}

    /**
     * Records that the case is accepted by law as of receipt, because the department gave no notice within five working
     * days (视为受理, 行政许可法 32(四)).
     */
    record DeemAccepted(CaseId caseId, Actor by, Instant at) implements CaseCommand {}

    record Route(CaseId caseId, List<String> departments, boolean parallel, Actor by, Instant at)
            implements CaseCommand {}

    record StartStep(
            CaseId caseId,
            String step,
            StepKind kind,
            @Nullable TimeLimit limit,
            Actor by,
            Instant at) implements CaseCommand {}

    record FinishStep(CaseId caseId, String step, StepOutcome outcome, String opinion, Actor by, Instant at)
            implements CaseCommand {}

    /**
     * Stops the clock for a procedure that the law does not count into the limit.
     *
     * @param noticeNumber number of the written notice that tells the applicant the time needed
     */
    record StartSpecialProcedure(
            CaseId caseId,
            SpecialProcedure procedure,
            int approvedWorkingDays,
            String reason,
            String noticeNumber,
            Actor by,
            Instant at)
            implements CaseCommand {}

    record EndSpecialProcedure(CaseId caseId, String result, Actor by, Instant at) implements CaseCommand {}

    record Suspend(CaseId caseId, String reason, Actor by, Instant at) implements CaseCommand {}

    record Resume(CaseId caseId, Actor by, Instant at) implements CaseCommand {}

    /** Grants more time and tells the applicant the reasons. The actor {@code by} approves it (行政许可法 42). */
    record Extend(CaseId caseId, int workingDays, String reason, Actor by, Instant at) implements CaseCommand {}

    /** Records an officer's objection to an order (公务员法 60). */
    record RaiseObjection(CaseId caseId, String against, String text, Actor by, Instant at) implements CaseCommand {}

    record Grant(CaseId caseId, String documentNumber, String opinion, Actor by, Instant at) implements CaseCommand {}

    /**
     * Decides against the applicant, with reasons.
     *
     * @param remedies information on 行政复议 and 行政诉讼
     */
    record Deny(CaseId caseId, String documentNumber, String reasons, String remedies, Actor by, Instant at)
            implements CaseCommand {}

    /**
     * Ends the case and measures the time used against the deadlines.
     *
     * @param lateReason required if the case is late (优化营商环境条例 36)
     */
    record Finish(CaseId caseId, @Nullable String lateReason, Actor by, Instant at) implements CaseCommand {}

    record IssueResult(
            CaseId caseId, String resultName, @Nullable String resultNumber, Actor by, Instant at)
            implements CaseCommand {}

    record Deliver(CaseId caseId, String method, String recipient, Actor by, Instant at) implements CaseCommand {}

    record Withdraw(CaseId caseId, String reason, Actor by, Instant at) implements CaseCommand {}

    record Terminate(CaseId caseId, String reason, Actor by, Instant at) implements CaseCommand {}

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

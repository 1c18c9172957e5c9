package org.serviceledger.api.cases;

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

/** Everything that may be asked of a case (办件). */
public sealed interface CaseCommand extends LedgerCommand {

    CaseId caseId();

    @Override
    default String stream() {
        return caseId().value();
    }

    /**
     * Begins a case.
     *
     * @param title what it is about, in a line
     * @param materials what was handed in
     * @param zeroMaterial whether nothing had to be handed in (零材料提交)
     * @param agent whether a 代办员 applies for the applicant, free and at their wish
     * @param progressCode what the applicant asks the progress with, beside the number (查询码)
     */
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

    /** Records the first member of staff asked (首问负责制). */
    record RecordFirstAsked(CaseId caseId, Actor by, Instant at) implements CaseCommand {}

    record Receive(CaseId caseId, String receiptNumber, Actor by, Instant at) implements CaseCommand {}

    record CorrectOnTheSpot(CaseId caseId, String correction, Actor by, Instant at) implements CaseCommand {}

    /** Tells everything that is missing, once (一次性告知); {@code within}: how long the applicant has. */
    record RequestSupplement(
            CaseId caseId, List<String> missing, String noticeNumber, TimeLimit within, Actor by, Instant at)
            implements CaseCommand {}

    record Supplement(CaseId caseId, List<String> materials, Actor by, Instant at) implements CaseCommand {}

    record Accept(CaseId caseId, String documentNumber, Actor by, Instant at) implements CaseCommand {}

    record RefuseAcceptance(CaseId caseId, String documentNumber, String reasons, Actor by, Instant at)
            implements CaseCommand {}

    /** No notice within five working days of receipt: accepted as of receipt (视为受理, 行政许可法 32(四)). */
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
     * Stops the clock for what the law does not count.
     *
     * @param noticeNumber of the written notice that tells the applicant the time needed
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

    /** Grants more time, with reasons told to the applicant; {@code by} approves (行政许可法 42). */
    record Extend(CaseId caseId, int workingDays, String reason, Actor by, Instant at) implements CaseCommand {}

    /** An officer objects to an order (公务员法 60). */
    record RaiseObjection(CaseId caseId, String against, String text, Actor by, Instant at) implements CaseCommand {}

    record Grant(CaseId caseId, String documentNumber, String opinion, Actor by, Instant at) implements CaseCommand {}

    /**
     * Decides against the applicant, with reasons.
     *
     * @param remedies the notice of 行政复议 and 行政诉讼
     */
    record Deny(CaseId caseId, String documentNumber, String reasons, String remedies, Actor by, Instant at)
            implements CaseCommand {}

    /**
     * Ends the case and sets off the time it took against the deadlines.
     *
     * @param lateReason must be given when late: 优化营商环境条例 36
     */
    record Finish(CaseId caseId, @Nullable String lateReason, Actor by, Instant at) implements CaseCommand {}

    record IssueResult(
            CaseId caseId, String resultName, @Nullable String resultNumber, Actor by, Instant at)
            implements CaseCommand {}

    record Deliver(CaseId caseId, String method, String recipient, Actor by, Instant at) implements CaseCommand {}

    record Withdraw(CaseId caseId, String reason, Actor by, Instant at) implements CaseCommand {}

    record Terminate(CaseId caseId, String reason, Actor by, Instant at) implements CaseCommand {}

    /** Takes in a whole case of an imported file; acts that are held already are passed over. */
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

package org.serviceledger.api.cases;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;
import org.serviceledger.api.LedgerEvent;
import org.serviceledger.api.WireName;
import org.serviceledger.api.calendar.Deadline;
import org.serviceledger.api.imports.Attribute;
import org.serviceledger.api.imports.Provenance;
import org.serviceledger.api.item.Channel;
import org.serviceledger.api.item.ItemInForce;
import org.serviceledger.api.item.StepKind;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.window.WindowId;

/** Everything that can have happened to a case (办件), from application to delivery. */
public sealed interface CaseEvent extends LedgerEvent {

    CaseId caseId();

    @Override
    default String stream() {
        return caseId().value();
    }

    @WireName(value = "case.applied", term = "申请")
    record CaseApplied(
            CaseId caseId,
            ItemInForce item,
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
            Instant occurredAt)
            implements CaseEvent {}

    @WireName(value = "case.first-asked", term = "首问")
    record FirstAskedRecorded(CaseId caseId, Actor by, Instant occurredAt) implements CaseEvent {}

    /**
     * The papers were received, with a receipt.
     *
     * @param acceptanceDue the day by which acceptance is decided or missing papers are told, or it is deemed accepted
     */
    @WireName(value = "case.received", term = "收件")
    record CaseReceived(CaseId caseId, String receiptNumber, Deadline acceptanceDue, Actor by, Instant occurredAt)
            implements CaseEvent {}

    @WireName(value = "case.corrected-on-the-spot", term = "当场更正")
    record CorrectedOnTheSpot(CaseId caseId, String correction, Actor by, Instant occurredAt) implements CaseEvent {}

    @WireName(value = "case.supplement-requested", term = "一次性告知补正")
    record SupplementRequested(
            CaseId caseId, List<String> missing, String noticeNumber, Deadline due, Actor by, Instant occurredAt)
            implements CaseEvent {}

    @WireName(value = "case.supplemented", term = "补正")
    record CaseSupplemented(CaseId caseId, List<String> materials, Actor by, Instant occurredAt) implements CaseEvent {}

    /**
     * The clock of the promised and the legal limit starts.
     *
     * @param legal absent where no law sets a limit for the item
     */
    @WireName(value = "case.accepted", term = "受理")
    record CaseAccepted(
            CaseId caseId,
            String documentNumber,
            Deadline promised,
            @Nullable Deadline legal,
            Actor by,
            Instant occurredAt)
            implements CaseEvent {}

    /** Refused at the door, which ends the case. */
    @WireName(value = "case.acceptance-refused", term = "不予受理")
    record AcceptanceRefused(CaseId caseId, String documentNumber, String reasons, Actor by, Instant occurredAt)
            implements CaseEvent {}

    /**
     * No notice in time: accepted by law as of receipt.
     *
     * @param since the receipt from which it counts as accepted
     */
    @WireName(value = "case.deemed-accepted", term = "视为受理")
    record CaseDeemedAccepted(
            CaseId caseId,
            Instant since,
            Deadline promised,
            @Nullable Deadline legal,
            Actor by,
            Instant occurredAt) implements CaseEvent {}

    @WireName(value = "case.routed", term = "分派")
    record CaseRouted(CaseId caseId, List<String> departments, boolean parallel, Actor by, Instant occurredAt)
            implements CaseEvent {}

    @WireName(value = "case.step-started", term = "环节开始")
    record StepStarted(
            CaseId caseId,
            String step,
            StepKind kind,
            @Nullable Deadline due,
            Actor by,
            Instant occurredAt) implements CaseEvent {}

    @WireName(value = "case.step-finished", term = "环节完成")
    record StepFinished(
            CaseId caseId,
            String step,
            StepKind kind,
            StepOutcome outcome,
            String opinion,
            @Nullable Deadline due,
            TimeUsed used,
            boolean late,
            Actor by,
            Instant occurredAt)
            implements CaseEvent {}

    @WireName(value = "case.special-procedure-started", term = "特别程序开始")
    record SpecialProcedureStarted(
            CaseId caseId,
            SpecialProcedure procedure,
            int approvedWorkingDays,
            String reason,
            String noticeNumber,
            Actor by,
            Instant occurredAt)
            implements CaseEvent {}

    /**
     * The clock runs again.
     *
     * @param deductedWorkingDays what does not count, at most the days approved; the deadlines are the new ones
     */
    @WireName(value = "case.special-procedure-ended", term = "特别程序结束")
    record SpecialProcedureEnded(
            CaseId caseId,
            SpecialProcedure procedure,
            String result,
            int deductedWorkingDays,
            Deadline promised,
            @Nullable Deadline legal,
            Actor by,
            Instant occurredAt)
            implements CaseEvent {}

    @WireName(value = "case.suspended", term = "挂起")
    record CaseSuspended(CaseId caseId, String reason, Actor by, Instant occurredAt) implements CaseEvent {}

    @WireName(value = "case.resumed", term = "恢复办理")
    record CaseResumed(
            CaseId caseId,
            int deductedWorkingDays,
            Deadline promised,
            @Nullable Deadline legal,
            Actor by,
            Instant occurredAt)
            implements CaseEvent {}

    @WireName(value = "case.extended", term = "延期")
    record CaseExtended(
            CaseId caseId,
            int workingDays,
            String reason,
            Deadline promised,
            @Nullable Deadline legal,
            Actor by,
            Instant occurredAt)
            implements CaseEvent {}

    @WireName(value = "case.objection-raised", term = "提出异议")
    record ObjectionRaised(CaseId caseId, String against, String text, Actor by, Instant occurredAt)
            implements CaseEvent {}

    @WireName(value = "case.granted", term = "准予决定")
    record CaseGranted(
            CaseId caseId, String documentNumber, String opinion, DecisionChain chain, Actor by, Instant occurredAt)
            implements CaseEvent {}

    @WireName(value = "case.denied", term = "不予决定")
    record CaseDenied(
            CaseId caseId,
            String documentNumber,
            String reasons,
            String remedies,
            DecisionChain chain,
            Actor by,
            Instant occurredAt)
            implements CaseEvent {}

    /**
     * The case ended, and this is how it stands against its limits.
     *
     * @param used since acceptance, deductions taken off
     * @param timeliness against the promised deadline
     * @param overdueWorkingDays 0 unless late; started days count whole
     */
    @WireName(value = "case.finished", term = "办结")
    record CaseFinished(
            CaseId caseId,
            CaseResult result,
            TimeUsed used,
            Timeliness timeliness,
            int overdueWorkingDays,
            boolean pastLegalLimit,
            @Nullable String lateReason,
            Actor by,
            Instant occurredAt)
            implements CaseEvent {}

    @WireName(value = "case.result-issued", term = "出件")
    record ResultIssued(
            CaseId caseId, String resultName, @Nullable String resultNumber, Actor by, Instant occurredAt)
            implements CaseEvent {}

    @WireName(value = "case.delivered", term = "送达")
    record CaseDelivered(CaseId caseId, String method, String recipient, Actor by, Instant occurredAt)
            implements CaseEvent {}

    @WireName(value = "case.withdrawn", term = "撤回申请")
    record CaseWithdrawn(CaseId caseId, String reason, Actor by, Instant occurredAt) implements CaseEvent {}

    @WireName(value = "case.terminated", term = "异常终止")
    record CaseTerminated(CaseId caseId, String reason, Actor by, Instant occurredAt) implements CaseEvent {}

    /**
     * A case of an imported file.
     *
     * @param department as the file names it; every attribute of the case is kept in {@code attributes}
     */
    @WireName(value = "case.imported", term = "导入办件")
    record CaseImported(
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
            OrganizationId organization,
            Actor by,
            Instant occurredAt)
            implements CaseEvent {}

    /** An act of an imported case, by whom and when the file says. */
    @WireName(value = "case.imported-act", term = "导入环节")
    record ImportedActRecorded(
            CaseId caseId,
            int ordinal,
            String activity,
            @Nullable String transition,
            List<Attribute> attributes,
            OrganizationId organization,
            Actor by,
            Instant occurredAt)
            implements CaseEvent {}
}

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

    @WireName("case.applied")
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

    @WireName("case.first-asked")
    record FirstAskedRecorded(CaseId caseId, Actor by, Instant occurredAt) implements CaseEvent {}

    /**
     * The papers were received, with a receipt.
     *
     * @param acceptanceDue the day by which acceptance is decided or missing papers are told, or it is deemed accepted
     */
    @WireName("case.received")
    record CaseReceived(CaseId caseId, String receiptNumber, Deadline acceptanceDue, Actor by, Instant occurredAt)
            implements CaseEvent {}

    @WireName("case.corrected-on-the-spot")
    record CorrectedOnTheSpot(CaseId caseId, String correction, Actor by, Instant occurredAt) implements CaseEvent {}

    @WireName("case.supplement-requested")
    record SupplementRequested(
            CaseId caseId, List<String> missing, String noticeNumber, Deadline due, Actor by, Instant occurredAt)
            implements CaseEvent {}

    @WireName("case.supplemented")
    record CaseSupplemented(CaseId caseId, List<String> materials, Actor by, Instant occurredAt) implements CaseEvent {}

    /**
     * The clock of the promised and the legal limit starts.
     *
     * @param legal absent where no law sets a limit for the item
     */
    @WireName("case.accepted")
    record CaseAccepted(
            CaseId caseId,
            String documentNumber,
            Deadline promised,
            @Nullable Deadline legal,
            Actor by,
            Instant occurredAt)
            implements CaseEvent {}

    /** Refused at the door, which ends the case. */
    @WireName("case.acceptance-refused")
    record AcceptanceRefused(CaseId caseId, String documentNumber, String reasons, Actor by, Instant occurredAt)
            implements CaseEvent {}

    /**
     * No notice in time: accepted by law as of receipt.
     *
     * @param since the receipt from which it counts as accepted
     */
    @WireName("case.deemed-accepted")
    record CaseDeemedAccepted(
            CaseId caseId,
            Instant since,
            Deadline promised,
            @Nullable Deadline legal,
            Actor by,
            Instant occurredAt) implements CaseEvent {}

    @WireName("case.routed")
    record CaseRouted(CaseId caseId, List<String> departments, boolean parallel, Actor by, Instant occurredAt)
            implements CaseEvent {}

    @WireName("case.step-started")
    record StepStarted(
            CaseId caseId,
            String step,
            StepKind kind,
            @Nullable Deadline due,
            Actor by,
            Instant occurredAt) implements CaseEvent {}

    @WireName("case.step-finished")
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

    @WireName("case.special-procedure-started")
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
    @WireName("case.special-procedure-ended")
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

    @WireName("case.suspended")
    record CaseSuspended(CaseId caseId, String reason, Actor by, Instant occurredAt) implements CaseEvent {}

    @WireName("case.resumed")
    record CaseResumed(
            CaseId caseId,
            int deductedWorkingDays,
            Deadline promised,
            @Nullable Deadline legal,
            Actor by,
            Instant occurredAt)
            implements CaseEvent {}

    @WireName("case.extended")
    record CaseExtended(
            CaseId caseId,
            int workingDays,
            String reason,
            Deadline promised,
            @Nullable Deadline legal,
            Actor by,
            Instant occurredAt)
            implements CaseEvent {}

    @WireName("case.objection-raised")
    record ObjectionRaised(CaseId caseId, String against, String text, Actor by, Instant occurredAt)
            implements CaseEvent {}

    @WireName("case.granted")
    record CaseGranted(
            CaseId caseId, String documentNumber, String opinion, DecisionChain chain, Actor by, Instant occurredAt)
            implements CaseEvent {}

    @WireName("case.denied")
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
    @WireName("case.finished")
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

    @WireName("case.result-issued")
    record ResultIssued(
            CaseId caseId, String resultName, @Nullable String resultNumber, Actor by, Instant occurredAt)
            implements CaseEvent {}

    @WireName("case.delivered")
    record CaseDelivered(CaseId caseId, String method, String recipient, Actor by, Instant occurredAt)
            implements CaseEvent {}

    @WireName("case.withdrawn")
    record CaseWithdrawn(CaseId caseId, String reason, Actor by, Instant occurredAt) implements CaseEvent {}

    @WireName("case.terminated")
    record CaseTerminated(CaseId caseId, String reason, Actor by, Instant occurredAt) implements CaseEvent {}

    /**
     * A case of an imported file.
     *
     * @param department as the file names it; every attribute of the case is kept in {@code attributes}
     */
    @WireName("case.imported")
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
    @WireName("case.imported-act")
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

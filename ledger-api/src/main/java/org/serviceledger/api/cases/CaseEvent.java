package org.serviceledger.api.cases;

import io.soabase.recordbuilder.core.RecordBuilder;
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

/** Events of a case (办件), from application to delivery. */
public sealed interface CaseEvent extends LedgerEvent {

    CaseId caseId();

    @Override
    default String stream() {
        return caseId().value();
    }

    @RecordBuilder
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
     * The department received the documents and gave a receipt.
     *
     * @param acceptanceDue the day by which the department must decide on acceptance or tell what is missing; after it,
     *     the case is deemed accepted
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
     * The case was accepted. The clock of the promised and of the legal limit starts.
     *
     * @param legal null if no law sets a limit for the item
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

    /** The department refused to accept the case, which ends it. */
    @WireName("case.acceptance-refused")
    record AcceptanceRefused(CaseId caseId, String documentNumber, String reasons, Actor by, Instant occurredAt)
            implements CaseEvent {}

    /**
     * The department gave no notice in time, so the case is accepted by law as of receipt.
     *
     * @param since the time of receipt, from which the case counts as accepted
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
     * The special procedure ended and the clock runs again.
     *
     * @param deductedWorkingDays working days that do not count, at most the days approved; the deadlines in this event
     *     include them
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
     * The case ended.
     *
     * @param used time used since acceptance, less deductions
     * @param timeliness result against the promised deadline
     * @param overdueWorkingDays 0 unless late; a started day counts as a whole day
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
     * A case was imported from a file.
     *
     * @param department the department's name in the file; {@code attributes} holds every attribute of the case
     */
    @RecordBuilder
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

    /** An act of an imported case, with the actor and the time that the file states. */
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

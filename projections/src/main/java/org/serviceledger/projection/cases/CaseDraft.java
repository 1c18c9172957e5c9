package org.serviceledger.projection.cases;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;
import org.serviceledger.api.calendar.Deadline;
import org.serviceledger.api.calendar.TimeLimit;
import org.serviceledger.api.cases.CaseEvent;
import org.serviceledger.api.cases.CaseId;
import org.serviceledger.api.cases.CaseResult;
import org.serviceledger.api.cases.Timeliness;
import org.serviceledger.api.evaluation.RatingLevel;
import org.serviceledger.api.imports.Provenance;
import org.serviceledger.api.item.Audience;
import org.serviceledger.api.item.CaseKind;
import org.serviceledger.api.item.Channel;
import org.serviceledger.api.item.ItemId;
import org.serviceledger.api.item.ServiceCategory;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.window.WindowId;
import org.serviceledger.projection.engine.RecordedEvent;

/** A mutable case document, which {@link CaseFold} changes between one document and the next. */
final class CaseDraft {

    final CaseId caseId;
    final String number;
    final String title;
    boolean imported;

    @Nullable Provenance provenance;

    @Nullable ItemId item;

    @Nullable Integer itemVersion;

    @Nullable String itemName;

    @Nullable String department;

    @Nullable ServiceCategory category;

    @Nullable CaseKind kind;

    @Nullable String applicantName;

    @Nullable Audience applicantKind;

    @Nullable Channel channel;

    boolean agent;
    boolean zeroMaterial;
    final OrganizationId organization;

    @Nullable WindowId window;

    CaseStage state = CaseStage.APPLIED;
    boolean clockRunning;

    @Nullable String progressCodeHash;

    Actor.@Nullable Person firstAsked;
    Actor.@Nullable Person handler;
    List<Actor.Person> people = List.of();
    final Instant appliedAt;

    @Nullable Instant receivedAt;

    @Nullable Instant acceptedAt;

    @Nullable Instant decidedAt;

    @Nullable Instant finishedAt;

    @Nullable Instant deliveredAt;

    Instant lastActAt;

    @Nullable Instant acceptanceDue;

    @Nullable Instant supplementDue;

    @Nullable Instant promisedDue;

    @Nullable Instant legalDue;

    @Nullable Deadline promised;

    @Nullable Deadline legal;

    @Nullable TimeLimit promisedLimit;

    @Nullable TimeLimit legalLimit;

    boolean supplementRequested;
    List<String> missing = List.of();
    List<String> departments = List.of();
    List<String> openSteps = List.of();
    int extendedWorkingDays;
    int deductedWorkingDays;

    @Nullable CaseResult result;

    @Nullable Timeliness timeliness;

    @Nullable Integer overdueWorkingDays;

    boolean pastLegalLimit;

    @Nullable Integer usedWorkingDays;

    @Nullable Long elapsedSeconds;

    @Nullable String reason;

    @Nullable String resultName;

    @Nullable String resultNumber;

    @Nullable RatingLevel rating;

    boolean badlyRated;
    boolean ratingExcluded;

    @Nullable Instant ratedAt;

    int acts;

    CaseDraft(CaseDocument document) {
        caseId = document.caseId();
        number = document.number();
        title = document.title();
        imported = document.imported();
        provenance = document.provenance();
        item = document.item();
        itemVersion = document.itemVersion();
        itemName = document.itemName();
        department = document.department();
        category = document.category();
        kind = document.kind();
        applicantName = document.applicantName();
        applicantKind = document.applicantKind();
        channel = document.channel();
        agent = document.agent();
        zeroMaterial = document.zeroMaterial();
        organization = document.organization();
        window = document.window();
        state = document.state();
        clockRunning = document.clockRunning();
        progressCodeHash = document.progressCodeHash();
        firstAsked = document.firstAsked();
        handler = document.handler();
        people = document.people();
        appliedAt = document.appliedAt();
        receivedAt = document.receivedAt();
        acceptedAt = document.acceptedAt();
        decidedAt = document.decidedAt();
        finishedAt = document.finishedAt();
        deliveredAt = document.deliveredAt();
        lastActAt = document.lastActAt();
        acceptanceDue = document.acceptanceDue();
        supplementDue = document.supplementDue();
        promisedDue = document.promisedDue();
        legalDue = document.legalDue();
        promised = document.promised();
        legal = document.legal();
        promisedLimit = document.promisedLimit();
        legalLimit = document.legalLimit();
        supplementRequested = document.supplementRequested();
        missing = document.missing();
        departments = document.departments();
        openSteps = document.openSteps();
        extendedWorkingDays = document.extendedWorkingDays();
        deductedWorkingDays = document.deductedWorkingDays();
        result = document.result();
        timeliness = document.timeliness();
        overdueWorkingDays = document.overdueWorkingDays();
        pastLegalLimit = document.pastLegalLimit();
        usedWorkingDays = document.usedWorkingDays();
        elapsedSeconds = document.elapsedSeconds();
        reason = document.reason();
        resultName = document.resultName();
        resultNumber = document.resultNumber();
        rating = document.rating();
        badlyRated = document.badlyRated();
        ratingExcluded = document.ratingExcluded();
        ratedAt = document.ratedAt();
        acts = document.acts();
    }

    private CaseDraft(CaseId caseId, String title, OrganizationId organization, Instant appliedAt) {
        this.caseId = caseId;
        this.number = caseId.number();
        this.title = title;
        this.organization = organization;
        this.appliedAt = appliedAt;
        this.lastActAt = appliedAt;
    }

    /**
     * Returns a draft of the document, or a new draft if the event is the application or import that begins a case.
     * Throws if any other event has no document, which means that the stream is corrupt.
     */
    static CaseDraft of(@Nullable CaseDocument document, CaseEvent event, RecordedEvent recorded) {
        if (document != null) {
            return new CaseDraft(document);
        }
        if (event instanceof CaseEvent.CaseApplied applied) {
            return new CaseDraft(applied.caseId(), applied.title(), applied.organization(), applied.occurredAt());
        }
        if (event instanceof CaseEvent.CaseImported whole) {
            var begin = whole.startedAt() == null ? whole.occurredAt() : whole.startedAt();
            return new CaseDraft(whole.caseId(), whole.title(), whole.organization(), begin);
        }
        throw new IllegalStateException("%s at position %d is of a case that never began"
                .formatted(event.getClass().getSimpleName(), recorded.position()));
    }

    CaseDocument toDocument(long position) {
        return new CaseDocument(
                caseId,
                number,
                title,
                imported,
                provenance,
                item,
                itemVersion,
                itemName,
                department,
                category,
                kind,
                applicantName,
                applicantKind,
                channel,
                agent,
                zeroMaterial,
                organization,
                organization.path(),
                window,
                state,
                state.isOpen(),
                clockRunning,
                progressCodeHash,
                firstAsked,
                handler,
                people,
                appliedAt,
                receivedAt,
                acceptedAt,
                decidedAt,
                finishedAt,
                deliveredAt,
                lastActAt,
                acceptanceDue,
                supplementDue,
                promisedDue,
                legalDue,
                promised,
                legal,
                promisedLimit,
                legalLimit,
                supplementRequested,
                missing,
                departments,
                openSteps,
                extendedWorkingDays,
                deductedWorkingDays,
                result,
                timeliness,
                overdueWorkingDays,
                pastLegalLimit,
                usedWorkingDays,
                elapsedSeconds,
                reason,
                resultName,
                resultNumber,
                rating,
                badlyRated,
                ratingExcluded,
                ratedAt,
                acts,
                position);
    }
}

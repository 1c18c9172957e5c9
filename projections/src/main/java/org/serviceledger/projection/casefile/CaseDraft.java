package org.serviceledger.projection.casefile;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;
import org.serviceledger.api.ActorRole;
import org.serviceledger.api.Audience;
import org.serviceledger.api.CaseEvent;
import org.serviceledger.api.CaseId;
import org.serviceledger.api.CaseKind;
import org.serviceledger.api.CaseResult;
import org.serviceledger.api.Channel;
import org.serviceledger.api.Deadline;
import org.serviceledger.api.EvaluationEvent;
import org.serviceledger.api.ItemId;
import org.serviceledger.api.OrganizationId;
import org.serviceledger.api.Provenance;
import org.serviceledger.api.RatingLevel;
import org.serviceledger.api.ServiceCategory;
import org.serviceledger.api.TimeLimit;
import org.serviceledger.api.Timeliness;
import org.serviceledger.api.WindowId;
import org.serviceledger.projection.engine.RecordedEvent;

/** A case document while an event is being folded in. */
final class CaseDraft {

    private final CaseId caseId;
    private final String number;
    private final String title;
    private boolean imported;
    private @Nullable Provenance provenance;
    private @Nullable ItemId item;
    private @Nullable Integer itemVersion;
    private @Nullable String itemName;
    private @Nullable String department;
    private @Nullable ServiceCategory category;
    private @Nullable CaseKind kind;
    private @Nullable String applicantName;
    private @Nullable Audience applicantKind;
    private @Nullable Channel channel;
    private boolean agent;
    private boolean zeroMaterial;
    private final OrganizationId organization;
    private @Nullable WindowId window;
    private CaseState state = CaseState.APPLIED;
    private boolean clockRunning;
    private @Nullable String progressCode;
    private Actor.@Nullable Person firstAsked;
    private Actor.@Nullable Person handler;
    private List<Actor.Person> people = List.of();
    private final Instant appliedAt;
    private @Nullable Instant receivedAt;
    private @Nullable Instant acceptedAt;
    private @Nullable Instant decidedAt;
    private @Nullable Instant finishedAt;
    private @Nullable Instant deliveredAt;
    private Instant lastActAt;
    private @Nullable Instant acceptanceDue;
    private @Nullable Instant supplementDue;
    private @Nullable Instant promisedDue;
    private @Nullable Instant legalDue;
    private @Nullable Deadline promised;
    private @Nullable Deadline legal;
    private @Nullable TimeLimit promisedLimit;
    private @Nullable TimeLimit legalLimit;
    private boolean supplementRequested;
    private List<String> missing = List.of();
    private List<String> departments = List.of();
    private List<String> openSteps = List.of();
    private int extendedWorkingDays;
    private int deductedWorkingDays;
    private @Nullable CaseResult result;
    private @Nullable Timeliness timeliness;
    private @Nullable Integer overdueWorkingDays;
    private boolean pastLegalLimit;
    private @Nullable Integer usedWorkingDays;
    private @Nullable Long elapsedSeconds;
    private @Nullable String reason;
    private @Nullable String resultName;
    private @Nullable String resultNumber;
    private @Nullable RatingLevel rating;
    private boolean badlyRated;
    private boolean ratingExcluded;
    private @Nullable Instant ratedAt;
    private int acts;

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
        progressCode = document.progressCode();
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

    /** A case begins with its application or import; anything else without them means a corrupt stream. */
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

    CaseDocument after(CaseEvent event, long position) {
        acts++;
        var happenedInTheHall = !(event instanceof CaseEvent.CaseImported);
        if (happenedInTheHall && event.occurredAt().isAfter(lastActAt)) {
            lastActAt = event.occurredAt();
        }
        note(event.by());
        switch (event) {
            case CaseEvent.CaseApplied applied -> apply(applied);
            case CaseEvent.FirstAskedRecorded asked -> firstAsked = person(asked.by());
            case CaseEvent.CaseReceived received -> {
                state = CaseState.RECEIVED;
                receivedAt = received.occurredAt();
                acceptanceDue = received.acceptanceDue().due();
                window = received.by().window() == null ? window : received.by().window();
            }
            case CaseEvent.CorrectedOnTheSpot _, CaseEvent.ObjectionRaised _ -> {}
            case CaseEvent.SupplementRequested requested -> {
                state = CaseState.SUPPLEMENTING;
                supplementRequested = true;
                supplementDue = requested.due().due();
                missing = requested.missing();
            }
            case CaseEvent.CaseSupplemented _ -> {
                state = CaseState.RECEIVED;
                missing = List.of();
            }
            case CaseEvent.CaseAccepted accepted -> {
                handler = person(accepted.by());
                accept(accepted.occurredAt(), accepted.promised(), accepted.legal());
            }
            case CaseEvent.CaseDeemedAccepted deemed -> accept(deemed.since(), deemed.promised(), deemed.legal());
            case CaseEvent.AcceptanceRefused refused ->
                end(CaseState.REFUSED, CaseResult.NOT_ACCEPTED, refused.occurredAt(), refused.reasons());
            case CaseEvent.CaseRouted routed -> departments = routed.departments();
            case CaseEvent.StepStarted started -> {
                state = CaseState.IN_PROGRESS;
                openSteps = with(openSteps, started.step());
            }
            case CaseEvent.StepFinished finished -> {
                state = CaseState.IN_PROGRESS;
                openSteps = without(openSteps, finished.step());
            }
            case CaseEvent.SpecialProcedureStarted _ -> stop(CaseState.SPECIAL_PROCEDURE);
            case CaseEvent.SpecialProcedureEnded ended ->
                goOn(ended.deductedWorkingDays(), ended.promised(), ended.legal());
            case CaseEvent.CaseSuspended _ -> stop(CaseState.SUSPENDED);
            case CaseEvent.CaseResumed resumed ->
                goOn(resumed.deductedWorkingDays(), resumed.promised(), resumed.legal());
            case CaseEvent.CaseExtended extended -> {
                extendedWorkingDays += extended.workingDays();
                due(extended.promised(), extended.legal());
            }
            case CaseEvent.CaseGranted granted ->
                decide(granted.occurredAt(), granted.chain().handler(), granted.by());
            case CaseEvent.CaseDenied denied -> {
                decide(denied.occurredAt(), denied.chain().handler(), denied.by());
                reason = denied.reasons();
            }
            case CaseEvent.CaseFinished finished -> finish(finished);
            case CaseEvent.ResultIssued issued -> {
                resultName = issued.resultName();
                resultNumber = issued.resultNumber();
            }
            case CaseEvent.CaseDelivered delivered -> {
                state = CaseState.DELIVERED;
                deliveredAt = delivered.occurredAt();
            }
            case CaseEvent.CaseWithdrawn withdrawn ->
                end(CaseState.WITHDRAWN, CaseResult.WITHDRAWN, withdrawn.occurredAt(), withdrawn.reason());
            case CaseEvent.CaseTerminated terminated ->
                end(CaseState.TERMINATED, CaseResult.TERMINATED, terminated.occurredAt(), terminated.reason());
            case CaseEvent.CaseImported whole -> importWhole(whole);
            case CaseEvent.ImportedActRecorded _ -> {}
        }
        return toDocument(position);
    }

    CaseDocument after(EvaluationEvent.ServiceRated rated, long position) {
        if (rating == null) {
            rating = rated.level();
            ratedAt = rated.occurredAt();
        }
        badlyRated = badlyRated || rated.level().isBad();
        return toDocument(position);
    }

    CaseDocument after(EvaluationEvent.RatingAppealDecided decided, long position) {
        ratingExcluded = decided.excluded();
        return toDocument(position);
    }

    private void apply(CaseEvent.CaseApplied applied) {
        var inForce = applied.item();
        item = inForce.itemId();
        itemVersion = inForce.version();
        itemName = inForce.name();
        department = inForce.department();
        category = inForce.category();
        kind = inForce.caseKind();
        promisedLimit = inForce.promisedLimit();
        legalLimit = inForce.legalLimit();
        applicantName = applied.applicant().name();
        applicantKind = applied.applicant().kind();
        channel = applied.channel();
        agent = applied.agent();
        zeroMaterial = applied.zeroMaterial();
        window = applied.window();
        progressCode = applied.progressCode();
    }

    private void accept(Instant since, Deadline promised, @Nullable Deadline legal) {
        state = CaseState.ACCEPTED;
        acceptedAt = since;
        clockRunning = true;
        missing = List.of();
        due(promised, legal);
    }

    private void due(Deadline promised, @Nullable Deadline legal) {
        this.promised = promised;
        this.legal = legal;
        promisedDue = promised.due();
        legalDue = legal == null ? null : legal.due();
    }

    private void stop(CaseState stopped) {
        state = stopped;
        clockRunning = false;
    }

    private void goOn(int deducted, Deadline promised, @Nullable Deadline legal) {
        state = CaseState.IN_PROGRESS;
        clockRunning = true;
        deductedWorkingDays += deducted;
        due(promised, legal);
    }

    private void decide(Instant at, @Nullable Actor handledBy, Actor by) {
        state = CaseState.DECIDED;
        decidedAt = at;
        handler = person(handledBy == null ? by : handledBy);
    }

    private void finish(CaseEvent.CaseFinished finished) {
        if (state.isOpen()) {
            state = CaseState.FINISHED;
        }
        clockRunning = false;
        openSteps = List.of();
        finishedAt = finished.occurredAt();
        result = finished.result();
        usedWorkingDays = finished.used().workingDays();
        elapsedSeconds = finished.used().elapsedSeconds();
        timeliness = finished.timeliness();
        overdueWorkingDays = finished.overdueWorkingDays();
        pastLegalLimit = finished.pastLegalLimit();
        reason = finished.lateReason() == null ? reason : finished.lateReason();
        handler = handler == null ? person(finished.by()) : handler;
    }

    private void end(CaseState how, CaseResult with, Instant at, String why) {
        state = how;
        result = with;
        reason = why;
        finishedAt = at;
        clockRunning = false;
        openSteps = List.of();
    }

    private void importWhole(CaseEvent.CaseImported whole) {
        imported = true;
        receivedAt = appliedAt;
        provenance = whole.provenance();
        department = whole.department();
        promisedDue = whole.dueAt();
        handler = whole.responsible() == null ? null : new Actor.Person(whole.responsible(), whole.responsible());
        finishedAt = whole.endedAt();
        state = whole.endedAt() == null ? CaseState.IN_PROGRESS : CaseState.FINISHED;
        acceptedAt = whole.startedAt();
        if (whole.startedAt() != null && whole.endedAt() != null) {
            elapsedSeconds =
                    whole.endedAt().getEpochSecond() - whole.startedAt().getEpochSecond();
        }
        if (whole.endedAt() != null && whole.dueAt() != null) {
            timeliness = timeliness(whole.endedAt(), whole.dueAt());
        }
    }

    private static Timeliness timeliness(Instant ended, Instant due) {
        if (ended.isAfter(due)) {
            return Timeliness.LATE;
        }
        var china = ZoneId.of("Asia/Shanghai");
        return ended.atZone(china).toLocalDate().isBefore(due.atZone(china).toLocalDate())
                ? Timeliness.EARLY
                : Timeliness.ON_TIME;
    }

    private void note(Actor by) {
        if (isStaff(by.role())) {
            people = with(people, person(by));
        }
    }

    private static boolean isStaff(ActorRole role) {
        return switch (role) {
            case APPLICANT, SYSTEM, ADMINISTRATOR -> false;
            case FIRST_ASKED,
                    CLERK,
                    AGENT,
                    HANDLER,
                    REVIEWER,
                    APPROVER,
                    WINDOW_LEAD,
                    HALL_MANAGER,
                    DEPUTY_LEADER,
                    CHIEF_LEADER,
                    SUPERVISOR,
                    RESOURCE -> true;
        };
    }

    private static Actor.Person person(Actor actor) {
        return new Actor.Person(actor.person(), actor.name());
    }

    private static <T> List<T> with(List<T> list, T element) {
        if (list.contains(element)) {
            return list;
        }
        var longer = new ArrayList<>(list);
        longer.add(element);
        return longer;
    }

    private static List<String> without(List<String> list, String element) {
        return list.stream().filter(each -> !each.equals(element)).toList();
    }

    private CaseDocument toDocument(long position) {
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
                progressCode,
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

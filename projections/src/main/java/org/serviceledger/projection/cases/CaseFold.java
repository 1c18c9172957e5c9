package org.serviceledger.projection.cases;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;
import org.serviceledger.api.ActorRole;
import org.serviceledger.api.calendar.Deadline;
import org.serviceledger.api.cases.CaseEvent;
import org.serviceledger.api.cases.CaseResult;
import org.serviceledger.api.cases.Timeliness;
import org.serviceledger.api.evaluation.EvaluationEvent;

/** Applies events to the draft of a case document. */
final class CaseFold {

    private final CaseDraft draft;
    private final CodeHasher codes;

    CaseFold(CaseDraft draft, CodeHasher codes) {
        this.draft = draft;
        this.codes = codes;
    }

    CaseDocument after(CaseEvent event, long position) {
        draft.acts++;
        var happenedInTheHall = !(event instanceof CaseEvent.CaseImported);
        if (happenedInTheHall && event.occurredAt().isAfter(draft.lastActAt)) {
            draft.lastActAt = event.occurredAt();
        }
        note(event.by());
        switch (event) {
            case CaseEvent.CaseApplied applied -> apply(applied);
            case CaseEvent.FirstAskedRecorded asked -> draft.firstAsked = person(asked.by());
            case CaseEvent.CaseReceived received -> {
                draft.state = CaseStage.RECEIVED;
                draft.receivedAt = received.occurredAt();
                draft.acceptanceDue = received.acceptanceDue().due();
                draft.window = received.by().window() == null
                        ? draft.window
                        : received.by().window();
            }
            case CaseEvent.CorrectedOnTheSpot _, CaseEvent.ObjectionRaised _ -> {}
            case CaseEvent.SupplementRequested requested -> {
                draft.state = CaseStage.SUPPLEMENTING;
                draft.supplementRequested = true;
                draft.supplementDue = requested.due().due();
                draft.missing = requested.missing();
            }
            case CaseEvent.CaseSupplemented _ -> {
                draft.state = CaseStage.RECEIVED;
                draft.missing = List.of();
            }
            case CaseEvent.CaseAccepted accepted -> {
                draft.handler = person(accepted.by());
                accept(accepted.occurredAt(), accepted.promised(), accepted.legal());
            }
            case CaseEvent.CaseDeemedAccepted deemed -> accept(deemed.since(), deemed.promised(), deemed.legal());
            case CaseEvent.AcceptanceRefused refused ->
                end(CaseStage.REFUSED, CaseResult.NOT_ACCEPTED, refused.occurredAt(), refused.reasons());
            case CaseEvent.CaseRouted routed -> draft.departments = routed.departments();
            case CaseEvent.StepStarted started -> {
                draft.state = CaseStage.IN_PROGRESS;
                draft.openSteps = with(draft.openSteps, started.step());
            }
            case CaseEvent.StepFinished finished -> {
                draft.state = CaseStage.IN_PROGRESS;
                draft.openSteps = without(draft.openSteps, finished.step());
            }
            case CaseEvent.SpecialProcedureStarted _ -> stop(CaseStage.SPECIAL_PROCEDURE);
            case CaseEvent.SpecialProcedureEnded ended ->
                goOn(ended.deductedWorkingDays(), ended.promised(), ended.legal());
            case CaseEvent.CaseSuspended _ -> stop(CaseStage.SUSPENDED);
            case CaseEvent.CaseResumed resumed ->
                goOn(resumed.deductedWorkingDays(), resumed.promised(), resumed.legal());
            case CaseEvent.CaseExtended extended -> {
                draft.extendedWorkingDays += extended.workingDays();
                due(extended.promised(), extended.legal());
            }
            case CaseEvent.CaseGranted granted ->
                decide(granted.occurredAt(), granted.chain().handler(), granted.by());
            case CaseEvent.CaseDenied denied -> {
                decide(denied.occurredAt(), denied.chain().handler(), denied.by());
                draft.reason = denied.reasons();
            }
            case CaseEvent.CaseFinished finished -> finish(finished);
            case CaseEvent.ResultIssued issued -> {
                draft.resultName = issued.resultName();
                draft.resultNumber = issued.resultNumber();
            }
            case CaseEvent.CaseDelivered delivered -> {
                draft.state = CaseStage.DELIVERED;
                draft.deliveredAt = delivered.occurredAt();
            }
            case CaseEvent.CaseWithdrawn withdrawn ->
                end(CaseStage.WITHDRAWN, CaseResult.WITHDRAWN, withdrawn.occurredAt(), withdrawn.reason());
            case CaseEvent.CaseTerminated terminated ->
                end(CaseStage.TERMINATED, CaseResult.TERMINATED, terminated.occurredAt(), terminated.reason());
            case CaseEvent.CaseImported whole -> importWhole(whole);
            case CaseEvent.ImportedActRecorded _ -> {}
        }
        return draft.toDocument(position);
    }

    CaseDocument after(EvaluationEvent.ServiceRated rated, long position) {
        if (draft.rating == null) {
            draft.rating = rated.level();
            draft.ratedAt = rated.occurredAt();
        }
        draft.badlyRated = draft.badlyRated || rated.level().isBad();
        return draft.toDocument(position);
    }

    CaseDocument after(EvaluationEvent.RatingAppealDecided decided, long position) {
        draft.ratingExcluded = decided.excluded();
        return draft.toDocument(position);
    }

    private void apply(CaseEvent.CaseApplied applied) {
        var inForce = applied.item();
        draft.item = inForce.itemId();
        draft.itemVersion = inForce.version();
        draft.itemName = inForce.name();
        draft.department = inForce.department();
        draft.category = inForce.category();
        draft.kind = inForce.caseKind();
        draft.promisedLimit = inForce.promisedLimit();
        draft.legalLimit = inForce.legalLimit();
        draft.applicantName = applied.applicant().name();
        draft.applicantKind = applied.applicant().kind();
        draft.channel = applied.channel();
        draft.agent = applied.agent();
        draft.zeroMaterial = applied.zeroMaterial();
        draft.window = applied.window();
        draft.progressCodeHash = codes.hash(draft.caseId, applied.progressCode());
    }

    private void accept(Instant since, Deadline promised, @Nullable Deadline legal) {
        draft.state = CaseStage.ACCEPTED;
        draft.acceptedAt = since;
        draft.clockRunning = true;
        draft.missing = List.of();
        due(promised, legal);
    }

    private void due(Deadline promised, @Nullable Deadline legal) {
        draft.promised = promised;
        draft.legal = legal;
        draft.promisedDue = promised.due();
        draft.legalDue = legal == null ? null : legal.due();
    }

    private void stop(CaseStage stopped) {
        draft.state = stopped;
        draft.clockRunning = false;
    }

    private void goOn(int deducted, Deadline promised, @Nullable Deadline legal) {
        draft.state = CaseStage.IN_PROGRESS;
        draft.clockRunning = true;
        draft.deductedWorkingDays += deducted;
        due(promised, legal);
    }

    private void decide(Instant at, @Nullable Actor handledBy, Actor by) {
        draft.state = CaseStage.DECIDED;
        draft.decidedAt = at;
        draft.handler = person(handledBy == null ? by : handledBy);
    }

    private void finish(CaseEvent.CaseFinished finished) {
        if (draft.state.isOpen()) {
            draft.state = CaseStage.FINISHED;
        }
        draft.clockRunning = false;
        draft.openSteps = List.of();
        draft.finishedAt = finished.occurredAt();
        draft.result = finished.result();
        draft.usedWorkingDays = finished.used().workingDays();
        draft.elapsedSeconds = finished.used().elapsedSeconds();
        draft.timeliness = finished.timeliness();
        draft.overdueWorkingDays = finished.overdueWorkingDays();
        draft.pastLegalLimit = finished.pastLegalLimit();
        draft.reason = finished.lateReason() == null ? draft.reason : finished.lateReason();
        draft.handler = draft.handler == null ? person(finished.by()) : draft.handler;
    }

    private void end(CaseStage how, CaseResult with, Instant at, String why) {
        draft.state = how;
        draft.result = with;
        draft.reason = why;
        draft.finishedAt = at;
        draft.clockRunning = false;
        draft.openSteps = List.of();
    }

    private void importWhole(CaseEvent.CaseImported whole) {
        draft.imported = true;
        draft.receivedAt = draft.appliedAt;
        draft.provenance = whole.provenance();
        draft.department = whole.department();
        draft.promisedDue = whole.dueAt();
        draft.handler = whole.responsible() == null ? null : new Actor.Person(whole.responsible(), whole.responsible());
        draft.finishedAt = whole.endedAt();
        draft.state = whole.endedAt() == null ? CaseStage.IN_PROGRESS : CaseStage.FINISHED;
        draft.acceptedAt = whole.startedAt();
        if (whole.startedAt() != null && whole.endedAt() != null) {
            draft.elapsedSeconds =
                    whole.endedAt().getEpochSecond() - whole.startedAt().getEpochSecond();
        }
        if (whole.endedAt() != null && whole.dueAt() != null) {
            draft.timeliness = timeliness(whole.endedAt(), whole.dueAt());
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
            draft.people = with(draft.people, person(by));
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
}

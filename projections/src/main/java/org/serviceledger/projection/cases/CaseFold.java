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
import org.serviceledger.api.cases.CaseId;
import org.serviceledger.api.cases.CaseResult;
import org.serviceledger.api.cases.Timeliness;
import org.serviceledger.api.evaluation.EvaluationEvent;
import org.serviceledger.api.organization.OrganizationId;

/** Folds one event into a case document. */
final class CaseFold {

    private final CaseDocumentBuilder next;
    private final CodeHasher codes;

    private CaseFold(CaseDocumentBuilder next, CodeHasher codes) {
        this.next = next;
        this.codes = codes;
    }

    static CaseFold of(CaseDocument document, CodeHasher codes) {
        return new CaseFold(CaseDocumentBuilder.builder(document), codes);
    }

    /**
     * Returns a fold from the document, or from an empty one if the event is the application or import that begins a
     * case. Throws if any other event has no document, which means that the stream is corrupt.
     */
    static CaseFold of(@Nullable CaseDocument document, CaseEvent event, long position, CodeHasher codes) {
        return document == null ? new CaseFold(begun(event, position), codes) : of(document, codes);
    }

    private static CaseDocumentBuilder begun(CaseEvent event, long position) {
        if (event instanceof CaseEvent.CaseApplied applied) {
            return begun(event.caseId(), applied.title(), applied.organization(), applied.occurredAt());
        }
        if (event instanceof CaseEvent.CaseImported whole) {
            var begin = whole.startedAt() == null ? whole.occurredAt() : whole.startedAt();
            return begun(event.caseId(), whole.title(), whole.organization(), begin);
        }
        throw new IllegalStateException("%s at position %d is of a case that never began"
                .formatted(event.getClass().getSimpleName(), position));
    }

    private static CaseDocumentBuilder begun(CaseId id, String title, OrganizationId organization, Instant appliedAt) {
        return CaseDocumentBuilder.builder()
                .caseId(id)
                .number(id.number())
                .title(title)
                .organization(organization)
                .organizationPath(organization.path())
                .state(CaseStage.APPLIED)
                .people(List.of())
                .appliedAt(appliedAt)
                .lastActAt(appliedAt)
                .missing(List.of())
                .departments(List.of())
                .openSteps(List.of());
    }

    CaseDocument after(CaseEvent event, long position) {
        next.acts(next.acts() + 1);
        var happenedInTheHall = !(event instanceof CaseEvent.CaseImported);
        if (happenedInTheHall && event.occurredAt().isAfter(next.lastActAt())) {
            next.lastActAt(event.occurredAt());
        }
        note(event.by());
        switch (event) {
            case CaseEvent.CaseApplied applied -> apply(applied);
            case CaseEvent.FirstAskedRecorded asked -> next.firstAsked(person(asked.by()));
            case CaseEvent.CaseReceived received -> receive(received);
            case CaseEvent.CorrectedOnTheSpot _, CaseEvent.ObjectionRaised _ -> {}
            case CaseEvent.SupplementRequested requested ->
                next.state(CaseStage.SUPPLEMENTING)
                        .supplementRequested(true)
                        .supplementDue(requested.due().due())
                        .missing(requested.missing());
            case CaseEvent.CaseSupplemented _ -> next.state(CaseStage.RECEIVED).missing(List.of());
            case CaseEvent.CaseAccepted accepted -> {
                next.handler(person(accepted.by()));
                accept(accepted.occurredAt(), accepted.promised(), accepted.legal());
            }
            case CaseEvent.CaseDeemedAccepted deemed -> accept(deemed.since(), deemed.promised(), deemed.legal());
            case CaseEvent.AcceptanceRefused refused ->
                end(CaseStage.REFUSED, CaseResult.NOT_ACCEPTED, refused.occurredAt(), refused.reasons());
            case CaseEvent.CaseRouted routed -> next.departments(routed.departments());
            case CaseEvent.StepStarted started ->
                next.state(CaseStage.IN_PROGRESS).openSteps(with(next.openSteps(), started.step()));
            case CaseEvent.StepFinished finished ->
                next.state(CaseStage.IN_PROGRESS).openSteps(without(next.openSteps(), finished.step()));
            case CaseEvent.SpecialProcedureStarted _ -> stop(CaseStage.SPECIAL_PROCEDURE);
            case CaseEvent.SpecialProcedureEnded ended ->
                goOn(ended.deductedWorkingDays(), ended.promised(), ended.legal());
            case CaseEvent.CaseSuspended _ -> stop(CaseStage.SUSPENDED);
            case CaseEvent.CaseResumed resumed ->
                goOn(resumed.deductedWorkingDays(), resumed.promised(), resumed.legal());
            case CaseEvent.CaseExtended extended -> {
                next.extendedWorkingDays(next.extendedWorkingDays() + extended.workingDays());
                due(extended.promised(), extended.legal());
            }
            case CaseEvent.CaseGranted granted ->
                decide(granted.occurredAt(), granted.chain().handler(), granted.by());
            case CaseEvent.CaseDenied denied -> {
                decide(denied.occurredAt(), denied.chain().handler(), denied.by());
                next.reason(denied.reasons());
            }
            case CaseEvent.CaseFinished finished -> finish(finished);
            case CaseEvent.ResultIssued issued ->
                next.resultName(issued.resultName()).resultNumber(issued.resultNumber());
            case CaseEvent.CaseDelivered delivered ->
                next.state(CaseStage.DELIVERED).deliveredAt(delivered.occurredAt());
            case CaseEvent.CaseWithdrawn withdrawn ->
                end(CaseStage.WITHDRAWN, CaseResult.WITHDRAWN, withdrawn.occurredAt(), withdrawn.reason());
            case CaseEvent.CaseTerminated terminated ->
                end(CaseStage.TERMINATED, CaseResult.TERMINATED, terminated.occurredAt(), terminated.reason());
            case CaseEvent.CaseImported whole -> importWhole(whole);
            case CaseEvent.ImportedActRecorded _ -> {}
        }
        return document(position);
    }

    CaseDocument after(EvaluationEvent.ServiceRated rated, long position) {
        if (next.rating() == null) {
            next.rating(rated.level()).ratedAt(rated.occurredAt());
        }
        next.badlyRated(next.badlyRated() || rated.level().isBad());
        return document(position);
    }

    CaseDocument after(EvaluationEvent.RatingAppealDecided decided, long position) {
        next.ratingExcluded(decided.excluded());
        return document(position);
    }

    private CaseDocument document(long position) {
        return next.open(next.state().isOpen()).position(position).build();
    }

    private void apply(CaseEvent.CaseApplied applied) {
        var inForce = applied.item();
        next.item(inForce.itemId())
                .itemVersion(inForce.version())
                .itemName(inForce.name())
                .department(inForce.department())
                .category(inForce.category())
                .kind(inForce.caseKind())
                .promisedLimit(inForce.promisedLimit())
                .legalLimit(inForce.legalLimit())
                .applicantName(applied.applicant().name())
                .applicantKind(applied.applicant().kind())
                .channel(applied.channel())
                .agent(applied.agent())
                .zeroMaterial(applied.zeroMaterial())
                .window(applied.window())
                .progressCodeHash(codes.hash(next.caseId(), applied.progressCode()));
    }

    private void receive(CaseEvent.CaseReceived received) {
        var window = received.by().window();
        next.state(CaseStage.RECEIVED)
                .receivedAt(received.occurredAt())
                .acceptanceDue(received.acceptanceDue().due())
                .window(window == null ? next.window() : window);
    }

    private void accept(Instant since, Deadline promised, @Nullable Deadline legal) {
        next.state(CaseStage.ACCEPTED).acceptedAt(since).clockRunning(true).missing(List.of());
        due(promised, legal);
    }

    private void due(Deadline promised, @Nullable Deadline legal) {
        next.promised(promised).legal(legal).promisedDue(promised.due()).legalDue(legal == null ? null : legal.due());
    }

    private void stop(CaseStage stopped) {
        next.state(stopped).clockRunning(false);
    }

    private void goOn(int deducted, Deadline promised, @Nullable Deadline legal) {
        next.state(CaseStage.IN_PROGRESS).clockRunning(true).deductedWorkingDays(next.deductedWorkingDays() + deducted);
        due(promised, legal);
    }

    private void decide(Instant at, @Nullable Actor handledBy, Actor by) {
        next.state(CaseStage.DECIDED).decidedAt(at).handler(person(handledBy == null ? by : handledBy));
    }

    private void finish(CaseEvent.CaseFinished finished) {
        next.state(next.state().isOpen() ? CaseStage.FINISHED : next.state())
                .clockRunning(false)
                .openSteps(List.of())
                .finishedAt(finished.occurredAt())
                .result(finished.result())
                .usedWorkingDays(finished.used().workingDays())
                .elapsedSeconds(finished.used().elapsedSeconds())
                .timeliness(finished.timeliness())
                .overdueWorkingDays(finished.overdueWorkingDays())
                .pastLegalLimit(finished.pastLegalLimit())
                .reason(finished.lateReason() == null ? next.reason() : finished.lateReason())
                .handler(next.handler() == null ? person(finished.by()) : next.handler());
    }

    private void end(CaseStage how, CaseResult with, Instant at, String why) {
        next.state(how)
                .result(with)
                .reason(why)
                .finishedAt(at)
                .clockRunning(false)
                .openSteps(List.of());
    }

    private void importWhole(CaseEvent.CaseImported whole) {
        var started = whole.startedAt();
        var ended = whole.endedAt();
        next.imported(true)
                .receivedAt(next.appliedAt())
                .provenance(whole.provenance())
                .department(whole.department())
                .promisedDue(whole.dueAt())
                .handler(
                        whole.responsible() == null ? null : new Actor.Person(whole.responsible(), whole.responsible()))
                .finishedAt(ended)
                .state(ended == null ? CaseStage.IN_PROGRESS : CaseStage.FINISHED)
                .acceptedAt(started);
        if (started != null && ended != null) {
            next.elapsedSeconds(ended.getEpochSecond() - started.getEpochSecond());
        }
        if (ended != null && whole.dueAt() != null) {
            next.timeliness(timeliness(ended, whole.dueAt()));
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
            next.people(with(next.people(), person(by)));
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

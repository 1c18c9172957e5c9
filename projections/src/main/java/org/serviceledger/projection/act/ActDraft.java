package org.serviceledger.projection.act;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;
import org.serviceledger.api.Attribute;
import org.serviceledger.api.CalendarEvent;
import org.serviceledger.api.CaseEvent;
import org.serviceledger.api.CaseId;
import org.serviceledger.api.Deadline;
import org.serviceledger.api.DecisionChain;
import org.serviceledger.api.EvaluationEvent;
import org.serviceledger.api.EventTypes;
import org.serviceledger.api.ImportEvent;
import org.serviceledger.api.ItemEvent;
import org.serviceledger.api.ItemId;
import org.serviceledger.api.OrganizationEvent;
import org.serviceledger.api.OrganizationId;
import org.serviceledger.api.StaffDayEvent;
import org.serviceledger.api.StaffEvent;
import org.serviceledger.api.StepOutcome;
import org.serviceledger.api.TimeUsed;
import org.serviceledger.api.WindowDayEvent;
import org.serviceledger.api.WindowEvent;
import org.serviceledger.api.WindowId;
import org.serviceledger.projection.engine.RecordedEvent;

/** An act while it is being drawn up from its event. */
final class ActDraft {

    private final RecordedEvent event;
    private final Actor by;
    private @Nullable CaseId caseId;
    private @Nullable ItemId item;
    private @Nullable String itemName;
    private @Nullable OrganizationId organization;
    private @Nullable WindowId window;
    private @Nullable String step;
    private @Nullable String transition;
    private @Nullable StepOutcome outcome;
    private @Nullable Deadline allowed;
    private @Nullable TimeUsed used;
    private @Nullable Integer overdueWorkingDays;
    private @Nullable Integer minutes;
    private @Nullable String text;
    private boolean imported;
    private List<Attribute> attributes = List.of();
    private final List<String> concerned = new ArrayList<>();
    private final List<Deviation> deviations = new ArrayList<>();

    private ActDraft(RecordedEvent event) {
        this.event = event;
        this.by = event.payload().by();
        this.organization = by.organization();
        this.window = by.window();
    }

    static ActDraft of(RecordedEvent event) {
        var draft = new ActDraft(event);
        switch (event.payload()) {
            case CaseEvent of -> draft.read(of);
            case EvaluationEvent of -> draft.read(of);
            case StaffDayEvent of -> draft.read(of);
            case WindowDayEvent of -> draft.read(of);
            case StaffEvent of -> draft.read(of);
            case WindowEvent of -> draft.read(of);
            case OrganizationEvent of -> draft.read(of);
            case ItemEvent of -> draft.read(of);
            case ImportEvent of -> draft.read(of);
            case CalendarEvent of -> draft.read(of);
        }
        return draft;
    }

    private void read(CaseEvent event) {
        caseId = event.caseId();
        switch (event) {
            case CaseEvent.CaseApplied applied -> {
                item = applied.item().itemId();
                itemName = applied.item().name();
                at(applied.organization(), applied.window());
                text = applied.title();
            }
            case CaseEvent.FirstAskedRecorded _ -> {}
            case CaseEvent.CaseReceived received -> {
                allowed = received.acceptanceDue();
                text = received.receiptNumber();
            }
            case CaseEvent.CorrectedOnTheSpot corrected -> text = corrected.correction();
            case CaseEvent.SupplementRequested requested -> {
                allowed = requested.due();
                text = joined(requested.noticeNumber(), String.join("、", requested.missing()));
            }
            case CaseEvent.CaseSupplemented supplemented -> text = String.join("、", supplemented.materials());
            case CaseEvent.CaseAccepted accepted -> {
                allowed = accepted.promised();
                text = accepted.documentNumber();
            }
            case CaseEvent.AcceptanceRefused refused -> text = joined(refused.documentNumber(), refused.reasons());
            case CaseEvent.CaseDeemedAccepted deemed -> {
                allowed = deemed.promised();
                deviations.add(Deviation.NO_NOTICE_IN_TIME);
            }
            case CaseEvent.CaseRouted routed -> text = String.join("、", routed.departments());
            case CaseEvent.StepStarted started -> {
                step = started.step();
                allowed = started.due();
            }
            case CaseEvent.StepFinished finished -> read(finished);
            case CaseEvent.SpecialProcedureStarted started -> {
                step = started.procedure().term();
                text = joined(started.noticeNumber(), started.reason());
            }
            case CaseEvent.SpecialProcedureEnded ended -> {
                step = ended.procedure().term();
                allowed = ended.promised();
                text = ended.result();
            }
            case CaseEvent.CaseSuspended suspended -> text = suspended.reason();
            case CaseEvent.CaseResumed resumed -> allowed = resumed.promised();
            case CaseEvent.CaseExtended extended -> {
                allowed = extended.promised();
                text = extended.reason();
            }
            case CaseEvent.ObjectionRaised raised -> text = joined(raised.against(), raised.text());
            case CaseEvent.CaseGranted granted -> {
                concerns(granted.chain());
                text = joined(granted.documentNumber(), granted.opinion());
            }
            case CaseEvent.CaseDenied denied -> {
                concerns(denied.chain());
                text = joined(denied.documentNumber(), denied.reasons(), denied.remedies());
            }
            case CaseEvent.CaseFinished finished -> read(finished);
            case CaseEvent.ResultIssued issued -> text = joined(issued.resultName(), issued.resultNumber());
            case CaseEvent.CaseDelivered delivered -> text = delivered.method();
            case CaseEvent.CaseWithdrawn withdrawn -> text = withdrawn.reason();
            case CaseEvent.CaseTerminated terminated -> text = terminated.reason();
            case CaseEvent.CaseImported whole -> {
                at(whole.organization(), null);
                imported = true;
                attributes = whole.attributes();
                text = joined(whole.title(), whole.department());
            }
            case CaseEvent.ImportedActRecorded act -> {
                at(act.organization(), null);
                imported = true;
                step = act.activity();
                transition = act.transition();
                attributes = act.attributes();
            }
        }
    }

    private void read(CaseEvent.StepFinished finished) {
        step = finished.step();
        outcome = finished.outcome();
        allowed = finished.due();
        used = finished.used();
        text = finished.opinion();
        if (finished.late()) {
            deviations.add(Deviation.LATE);
        }
        switch (finished.outcome()) {
            case RETURNED -> deviations.add(Deviation.STEP_RETURNED);
            case PASSED, OTHER -> {}
        }
    }

    private void read(CaseEvent.CaseFinished finished) {
        used = finished.used();
        overdueWorkingDays = finished.overdueWorkingDays();
        text = joined(finished.result().term(), finished.lateReason());
        switch (finished.timeliness()) {
            case LATE -> deviations.add(Deviation.LATE);
            case EARLY, ON_TIME -> {}
        }
        if (finished.pastLegalLimit()) {
            deviations.add(Deviation.PAST_LEGAL_LIMIT);
        }
    }

    private void read(EvaluationEvent event) {
        caseId = event.caseId();
        switch (event) {
            case EvaluationEvent.EvaluationInvited invited -> {
                item = invited.itemId();
                itemName = invited.itemName();
                at(invited.organization(), invited.window());
                concerned.add(invited.served().person());
            }
            case EvaluationEvent.ServiceRated rated -> {
                item = rated.itemId();
                itemName = rated.itemName();
                at(rated.organization(), rated.window());
                concerned.add(rated.served().person());
                allowed = rated.contactDue();
                text = joined(rated.level().term(), rated.text());
                if (rated.level().isBad()) {
                    deviations.add(Deviation.BAD_RATING);
                }
            }
            case EvaluationEvent.RaterContacted contacted -> {
                text = contacted.finding();
                if (contacted.late()) {
                    deviations.add(Deviation.LATE_CONTACT);
                }
            }
            case EvaluationEvent.RatingRectified rectified -> text = rectified.measures();
            case EvaluationEvent.RaterCalledBack called -> {
                text = called.answer();
                if (!called.satisfied()) {
                    deviations.add(Deviation.STILL_DISSATISFIED);
                }
            }
            case EvaluationEvent.RatingAppealed appealed -> text = appealed.grounds();
            case EvaluationEvent.RatingAppealDecided decided -> text = decided.reasons();
        }
    }

    private void read(StaffDayEvent event) {
        at(event.organization(), null);
        concerned.add(event.staffDayId().staff().value());
        switch (event) {
            case StaffDayEvent.Rostered rostered -> at(rostered.organization(), rostered.window());
            case StaffDayEvent.CheckedIn in -> {
                step = in.shift();
                minutes = in.lateMinutes();
                if (in.lateMinutes() > 0) {
                    deviations.add(Deviation.LATE_CHECK_IN);
                }
            }
            case StaffDayEvent.CheckedOut out -> {
                step = out.shift();
                minutes = out.earlyMinutes();
                if (out.earlyMinutes() > 0) {
                    deviations.add(Deviation.EARLY_LEAVE);
                }
            }
            case StaffDayEvent.LeaveGranted leave -> text = joined(leave.kind().term(), leave.reason());
            case StaffDayEvent.HandedOver over -> {
                concerned.add(over.from().person());
                concerned.add(over.to().person());
                text = over.from().name() + " → " + over.to().name();
            }
            case StaffDayEvent.AbsenceEstablished absence -> {
                minutes = absence.minutes();
                text = absence.note();
                deviations.add(absence.covered() ? Deviation.ABSENT_COVERED : Deviation.ABSENT_UNCOVERED);
            }
            case StaffDayEvent.Inspected inspected -> {
                text = inspected.note();
                if (!inspected.atPost()) {
                    deviations.add(Deviation.NOT_AT_POST);
                }
                if (!inspected.uniform() || !inspected.badge()) {
                    deviations.add(Deviation.DRESS_OR_BADGE);
                }
            }
        }
    }

    private void read(WindowDayEvent event) {
        var at = event.windowDayId().window();
        at(at.organization(), at);
        switch (event) {
            case WindowDayEvent.WindowPaused paused -> {
                text = paused.reason();
                if (!paused.signShown()) {
                    deviations.add(Deviation.PAUSED_WITHOUT_SIGN);
                }
            }
            case WindowDayEvent.ExtraHoursServed extra -> text = extra.kind().term();
            case WindowDayEvent.WindowOpened _, WindowDayEvent.WindowResumed _, WindowDayEvent.WindowClosed _ -> {}
        }
    }

    private void read(StaffEvent event) {
        at(event.organization(), null);
        concerned.add(event.staffId().value());
        switch (event) {
            case StaffEvent.StaffRegistered registered -> text = joined(registered.name(), registered.post());
            case StaffEvent.StaffAssigned assigned -> {
                at(assigned.organization(), assigned.window());
                text = assigned.name();
            }
            case StaffEvent.StaffLeft left -> text = left.name();
        }
    }

    private void read(WindowEvent event) {
        switch (event) {
            case WindowEvent.WindowSetUp setUp -> {
                at(setUp.organization(), setUp.windowId());
                text = setUp.name();
            }
            case WindowEvent.WindowRetired retired -> {
                at(retired.organization(), retired.windowId());
                text = retired.reason();
            }
        }
    }

    private void read(OrganizationEvent event) {
        at(event.organizationId(), null);
        switch (event) {
            case OrganizationEvent.OrganizationEstablished established -> text = established.name();
            case OrganizationEvent.LeaderAppointed appointed -> {
                concerned.add(appointed.leader().person());
                text = joined(appointed.post().term(), appointed.leader().name());
            }
            case OrganizationEvent.HallSurveyed _, OrganizationEvent.ServiceHoursSet _ -> {}
        }
    }

    private void read(ItemEvent event) {
        item = event.itemId();
        switch (event) {
            case ItemEvent.ItemPublished published ->
                itemName = published.details().name();
            case ItemEvent.ItemRevised revised -> itemName = revised.details().name();
            case ItemEvent.ItemSuspended suspended -> text = suspended.reason();
            case ItemEvent.ItemCancelled cancelled -> text = cancelled.reason();
            case ItemEvent.ItemResumed _ -> {}
        }
    }

    private void read(ImportEvent event) {
        switch (event) {
            case ImportEvent.ImportBegun begun -> {
                text = joined(begun.file(), begun.format());
                attributes = begun.attributes();
            }
            case ImportEvent.ImportCompleted completed ->
                text = "%d/%d/%d".formatted(completed.cases(), completed.acts(), completed.refused());
        }
    }

    private void read(CalendarEvent event) {
        text = switch (event) {
            case CalendarEvent.YearPublished published -> joined(published.year() + "年", published.source());
        };
    }

    /** The record's place, unless the actor has a closer one of their own. */
    private void at(@Nullable OrganizationId organization, @Nullable WindowId window) {
        this.organization = this.organization == null ? organization : this.organization;
        this.window = this.window == null ? window : this.window;
    }

    private void concerns(DecisionChain chain) {
        Stream.of(chain.handler(), chain.reviewer(), chain.approver())
                .filter(Objects::nonNull)
                .map(Actor::person)
                .forEach(concerned::add);
    }

    private static @Nullable String joined(@Nullable String... parts) {
        var whole = Stream.of(parts)
                .filter(part -> part != null && !part.isBlank())
                .reduce((one, other) -> one + " " + other);
        return whole.orElse(null);
    }

    ActDocument toDocument() {
        var payload = event.payload();
        var type = EventTypes.wireName(payload.getClass());
        var standsIn = by.onBehalfOf();
        return new ActDocument(
                type,
                EventTypes.term(type),
                by.person(),
                by.name(),
                by.role(),
                by.post(),
                window,
                organization,
                organization == null ? List.of() : organization.path(),
                by.unit(),
                standsIn == null ? null : standsIn.person(),
                standsIn == null ? null : standsIn.name(),
                concerned.stream()
                        .filter(person -> !person.equals(by.person()))
                        .distinct()
                        .toList(),
                event.streamId(),
                type.substring(0, type.indexOf('.')),
                caseId,
                item,
                itemName,
                step,
                transition,
                outcome,
                payload.occurredAt(),
                event.recordedAt(),
                Duration.between(payload.occurredAt(), event.recordedAt()).toSeconds(),
                allowed == null ? null : allowed.limit(),
                allowed == null ? null : allowed.due(),
                used,
                overdueWorkingDays,
                minutes,
                deviations,
                text,
                imported,
                attributes,
                event.position());
    }
}

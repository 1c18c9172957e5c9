package org.serviceledger.projection.act;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;
import org.serviceledger.api.EventTypes;
import org.serviceledger.api.LedgerEvent;
import org.serviceledger.api.calendar.CalendarEvent;
import org.serviceledger.api.calendar.Deadline;
import org.serviceledger.api.cases.CaseEvent;
import org.serviceledger.api.cases.CaseId;
import org.serviceledger.api.cases.DecisionChain;
import org.serviceledger.api.cases.StepOutcome;
import org.serviceledger.api.cases.TimeUsed;
import org.serviceledger.api.evaluation.EvaluationEvent;
import org.serviceledger.api.imports.Attribute;
import org.serviceledger.api.imports.ImportEvent;
import org.serviceledger.api.item.ItemEvent;
import org.serviceledger.api.item.ItemId;
import org.serviceledger.api.log.LogEvent;
import org.serviceledger.api.organization.OrganizationEvent;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.staff.StaffEvent;
import org.serviceledger.api.staffday.StaffDayEvent;
import org.serviceledger.api.window.WindowEvent;
import org.serviceledger.api.window.WindowId;
import org.serviceledger.api.windowday.WindowDayEvent;
import org.serviceledger.projection.engine.RecordedEvent;
import org.serviceledger.words.Language;

/** An act document under construction from its event. */
final class ActDraft {

    private final RecordedEvent event;
    private final Actor by;

    @Nullable CaseId caseId;

    @Nullable ItemId item;

    @Nullable String itemName;

    @Nullable OrganizationId organization;

    @Nullable WindowId window;

    @Nullable String step;

    @Nullable String transition;

    @Nullable StepOutcome outcome;

    @Nullable Deadline allowed;

    @Nullable TimeUsed used;

    @Nullable Integer overdueWorkingDays;

    @Nullable Integer minutes;

    @Nullable String text;

    boolean imported;
    List<Attribute> attributes = List.of();
    final List<String> concerned = new ArrayList<>();
    final List<Deviation> deviations = new ArrayList<>();

    private ActDraft(RecordedEvent event) {
        this.event = event;
        this.by = event.payload().by();
        this.organization = by.organization();
        this.window = by.window();
    }

    static ActDraft of(RecordedEvent event) {
        var draft = new ActDraft(event);
        switch (event.payload()) {
            case CaseEvent of -> new CaseActs(draft).read(of);
            case EvaluationEvent of -> new CaseActs(draft).read(of);
            case StaffDayEvent of -> new DayActs(draft).read(of);
            case WindowDayEvent of -> new DayActs(draft).read(of);
            case StaffEvent of -> new RegisterActs(draft).read(of);
            case WindowEvent of -> new RegisterActs(draft).read(of);
            case OrganizationEvent of -> new RegisterActs(draft).read(of);
            case ItemEvent of -> new RegisterActs(draft).read(of);
            case ImportEvent of -> new RegisterActs(draft).read(of);
            case CalendarEvent of -> new RegisterActs(draft).read(of);
            case LogEvent of -> new RegisterActs(draft).read(of);
            case LedgerEvent other -> throw new IllegalStateException("no acts are made of " + other.getClass());
        }
        return draft;
    }

    /** Sets the organisation and the window of the record where the actor has none of their own. */
    void at(@Nullable OrganizationId organization, @Nullable WindowId window) {
        this.organization = this.organization == null ? organization : this.organization;
        this.window = this.window == null ? window : this.window;
    }

    void concerns(DecisionChain chain) {
        Stream.of(chain.handler(), chain.reviewer(), chain.approver())
                .filter(Objects::nonNull)
                .map(Actor::person)
                .forEach(concerned::add);
    }

    static @Nullable String joined(@Nullable String... parts) {
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
                EventTypes.term(type, Language.CHINESE),
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

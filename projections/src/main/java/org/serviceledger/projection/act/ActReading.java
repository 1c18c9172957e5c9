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
import org.serviceledger.api.cases.DecisionChain;
import org.serviceledger.api.evaluation.EvaluationEvent;
import org.serviceledger.api.imports.ImportEvent;
import org.serviceledger.api.item.ItemEvent;
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

/**
 * Reads one event as an act. {@link CaseActs}, {@link DayActs} and {@link RegisterActs} add what only the events of their
 * families say.
 */
final class ActReading {

    /** The act as far as it is read. */
    final ActDocumentBuilder act;

    private ActReading(ActDocumentBuilder act) {
        this.act = act;
    }

    /** Returns the act that the event is. */
    static ActDocument of(RecordedEvent event) {
        var reading = new ActReading(common(event));
        switch (event.payload()) {
            case CaseEvent of -> new CaseActs(reading).read(of);
            case EvaluationEvent of -> new CaseActs(reading).read(of);
            case StaffDayEvent of -> new DayActs(reading).read(of);
            case WindowDayEvent of -> new DayActs(reading).read(of);
            case StaffEvent of -> new RegisterActs(reading).read(of);
            case WindowEvent of -> new RegisterActs(reading).read(of);
            case OrganizationEvent of -> new RegisterActs(reading).read(of);
            case ItemEvent of -> new RegisterActs(reading).read(of);
            case ImportEvent of -> new RegisterActs(reading).read(of);
            case CalendarEvent of -> new RegisterActs(reading).read(of);
            case LogEvent of -> new RegisterActs(reading).read(of);
            case LedgerEvent other -> throw new IllegalStateException("no acts are made of " + other.getClass());
        }
        return reading.document();
    }

    /** What every event says. */
    private static ActDocumentBuilder common(RecordedEvent event) {
        var payload = event.payload();
        var type = EventTypes.wireName(payload.getClass());
        var by = payload.by();
        var standsIn = by.onBehalfOf();
        return ActDocumentBuilder.builder()
                .type(type)
                .term(EventTypes.term(type, Language.CHINESE))
                .person(by.person())
                .personName(by.name())
                .role(by.role())
                .post(by.post())
                .window(by.window())
                .organization(by.organization())
                .unit(by.unit())
                .onBehalfOf(standsIn == null ? null : standsIn.person())
                .onBehalfOfName(standsIn == null ? null : standsIn.name())
                .concerned(List.of())
                .streamId(event.streamId())
                .subject(type.substring(0, type.indexOf('.')))
                .occurredAt(payload.occurredAt())
                .recordedAt(event.recordedAt())
                .entryDelaySeconds(Duration.between(payload.occurredAt(), event.recordedAt())
                        .toSeconds())
                .deviations(List.of())
                .attributes(List.of())
                .position(event.position());
    }

    private ActDocument document() {
        var organization = act.organization();
        return act.organizationPath(organization == null ? List.of() : organization.path())
                .build();
    }

    /** Sets the organisation and the window of the record where the actor has none of their own. */
    void at(@Nullable OrganizationId organization, @Nullable WindowId window) {
        act.organization(act.organization() == null ? organization : act.organization())
                .window(act.window() == null ? window : act.window());
    }

    /** Sets the limit that applied, and its end. */
    void within(@Nullable Deadline allowed) {
        act.allowed(allowed == null ? null : allowed.limit()).due(allowed == null ? null : allowed.due());
    }

    /** Adds a person that the act is about, unless they are the actor. */
    void concerns(String person) {
        if (!person.equals(act.person()) && !act.concerned().contains(person)) {
            act.concerned(with(act.concerned(), person));
        }
    }

    void concerns(DecisionChain chain) {
        Stream.of(chain.handler(), chain.reviewer(), chain.approver())
                .filter(Objects::nonNull)
                .map(Actor::person)
                .forEach(this::concerns);
    }

    void deviates(Deviation deviation) {
        act.deviations(with(act.deviations(), deviation));
    }

    private static <T> List<T> with(List<T> list, T element) {
        var longer = new ArrayList<>(list);
        longer.add(element);
        return longer;
    }

    static @Nullable String joined(@Nullable String... parts) {
        var whole = Stream.of(parts)
                .filter(part -> part != null && !part.isBlank())
                .reduce((one, other) -> one + " " + other);
        return whole.orElse(null);
    }
}

package org.serviceledger.command.calendar;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.calendar.CalendarCommand.PublishYear;
import org.serviceledger.api.calendar.CalendarEvent;
import org.serviceledger.api.calendar.CalendarId;
import org.serviceledger.command.stream.Decides;
import org.serviceledger.command.stream.Happenings;

/** Lets Axon drive the {@link CalendarDecider}; it holds no rule. */
@Aggregate(type = "Calendar")
final class HolidayCalendar {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable CalendarId id;

    private CalendarState state = CalendarState.INITIAL;

    HolidayCalendar() {}

    @Decides
    void handle(PublishYear command) {
        Happenings.append(CalendarDecider.decide(state, command));
    }

    @EventSourcingHandler
    void on(CalendarEvent event) {
        id = event.calendarId();
        state = state.evolve(event);
    }
}

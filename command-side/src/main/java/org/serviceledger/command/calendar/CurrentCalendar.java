package org.serviceledger.command.calendar;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.serviceledger.api.calendar.CalendarEvent;
import org.serviceledger.api.calendar.CalendarId;
import org.serviceledger.api.calendar.WorkingDayCalendar;
import org.serviceledger.command.stream.StreamFold;
import org.springframework.stereotype.Component;

/** Reads the current version of the official working-day calendar. */
@Component
public final class CurrentCalendar {

    private final StreamFold<CalendarState, CalendarEvent> calendars;

    public CurrentCalendar(EventStore events) {
        this.calendars = new StreamFold<>(events, CalendarEvent.class, CalendarState.INITIAL, CalendarState::evolve);
    }

    public WorkingDayCalendar calendar() {
        return calendars.of(CalendarId.CHINA).calendar();
    }
}

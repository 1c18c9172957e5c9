package org.serviceledger.command.calendar;

import org.serviceledger.api.calendar.CalendarEvent;
import org.serviceledger.api.calendar.CalendarEvent.YearPublished;
import org.serviceledger.api.calendar.WorkingDayCalendar;

/** The working-day calendar as published so far. */
record CalendarState(WorkingDayCalendar calendar) {

    static final CalendarState INITIAL = new CalendarState(WorkingDayCalendar.empty());

    /**
     * Returns the state after the event.
     *
     * @throws IllegalStateException if the version is out of order, which means a corrupt stream
     */
    CalendarState evolve(CalendarEvent event) {
        return switch (event) {
            case YearPublished e
            when e.version() == calendar.version() + 1 ->
                new CalendarState(calendar.with(e.year(), new WorkingDayCalendar.Year(e.off(), e.work())));
            case YearPublished _ -> throw new IllegalStateException("%s cannot follow %s".formatted(event, this));
        };
    }
}

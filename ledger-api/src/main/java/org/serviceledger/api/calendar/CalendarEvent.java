package org.serviceledger.api.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.serviceledger.api.Actor;
import org.serviceledger.api.LedgerEvent;
import org.serviceledger.api.WireName;

/** Events of a working-day calendar (工作日历). */
public sealed interface CalendarEvent extends LedgerEvent {

    CalendarId calendarId();

    @Override
    default String stream() {
        return calendarId().value();
    }

    /**
     * A year was published (节假日安排发布).
     *
     * @param off holidays and bridging days off (放假), each with the holiday's name
     * @param work make-up days worked (调休上班), each with the holiday's name
     * @param version the version of the calendar after this event
     * @param source citation of the notice
     */
    @WireName("calendar.year-published")
    record YearPublished(
            CalendarId calendarId,
            int year,
            int version,
            Map<LocalDate, String> off,
            Map<LocalDate, String> work,
            String source,
            Actor by,
            Instant occurredAt)
            implements CalendarEvent {}
}

package org.serviceledger.api.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.serviceledger.api.Actor;
import org.serviceledger.api.LedgerCommand;

/** Commands on a working-day calendar (工作日历). */
public sealed interface CalendarCommand extends LedgerCommand {

    CalendarId calendarId();

    @Override
    default String stream() {
        return calendarId().value();
    }

    /** Publishes a year, or replaces it after a later notice changed it. */
    record PublishYear(
            CalendarId calendarId,
            int year,
            Map<LocalDate, String> off,
            Map<LocalDate, String> work,
            String source,
            Actor by,
            Instant at)
            implements CalendarCommand {}
}

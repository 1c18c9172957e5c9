package org.serviceledger.api.calendar;

import static org.serviceledger.api.UserRole.ADMINISTRATOR;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.serviceledger.api.Actor;
import org.serviceledger.api.LedgerCommand;
import org.serviceledger.api.act.Act;
import org.serviceledger.api.act.Text;

/** Commands on a working-day calendar (工作日历). */
public sealed interface CalendarCommand extends LedgerCommand {

    CalendarId calendarId();

    @Override
    default String stream() {
        return calendarId().value();
    }

    /** Publishes a year, or replaces it after a later notice changed it. */
    @Act(method = Act.Method.REPLACE, roles = ADMINISTRATOR)
    record PublishYear(
            CalendarId calendarId,
            @Min(1949) @Max(2199) int year,
            @Size(max = 366) Map<LocalDate, @Text(max = 60) String> off,
            @Size(max = 366) Map<LocalDate, @Text(max = 60) String> work,
            @Text(max = 200) String source,
            Actor by,
            Instant at)
            implements CalendarCommand {}
}

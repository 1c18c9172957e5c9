package org.serviceledger.api.calendar;

import static org.serviceledger.api.Refusal.Nature.BREAKS_RULE;

import java.time.LocalDate;
import org.serviceledger.api.Refusal;
import org.serviceledger.api.Refuses;

/** Reasons for refusing a calendar command or a computation by the calendar. */
public sealed interface CalendarRefusal extends Refusal {

    /** The year is not published, so no deadline that reaches into it can be computed. */
    @Refuses(nature = BREAKS_RULE, rule = "行政许可法 82")
    record YearNotPublished(int year) implements CalendarRefusal {}

    @Refuses(nature = BREAKS_RULE, rule = "calendar/one-year-at-a-time")
    record DayOfAnotherYear(int year, LocalDate day) implements CalendarRefusal {}

    @Refuses(nature = BREAKS_RULE, rule = "calendar/off-or-work")
    record DayBothOffAndWorked(LocalDate day) implements CalendarRefusal {}
}

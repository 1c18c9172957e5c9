package org.serviceledger.command.calendar;

import java.time.LocalDate;
import java.time.Month;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.serviceledger.api.CommandRefused;
import org.serviceledger.api.calendar.CalendarCommand;
import org.serviceledger.api.calendar.CalendarCommand.PublishYear;
import org.serviceledger.api.calendar.CalendarEvent;
import org.serviceledger.api.calendar.CalendarEvent.YearPublished;
import org.serviceledger.api.calendar.CalendarRefusal.DayBothOffAndWorked;
import org.serviceledger.api.calendar.CalendarRefusal.DayOfAnotherYear;
import org.serviceledger.api.calendar.WorkingDayCalendar;

/** The rules of a working-day calendar. Pure functions: they depend on no framework and no clock. */
final class CalendarDecider {

    private CalendarDecider() {}

    static List<CalendarEvent> decide(CalendarState state, CalendarCommand command) {
        return switch (command) {
            case PublishYear publish -> publish(state.calendar(), publish);
        };
    }

    /** The commands that may follow: a year can always be published. */
    static Set<Class<? extends CalendarCommand>> legal() {
        return Set.of(PublishYear.class);
    }

    /** Publishing a year again without changes creates no new version. */
    private static List<CalendarEvent> publish(WorkingDayCalendar calendar, PublishYear c) {
        mustBelongTo(c.year(), c.off().keySet());
        mustBelongTo(c.year(), c.work().keySet());
        for (var day : c.off().keySet()) {
            if (c.work().containsKey(day)) {
                throw new CommandRefused(new DayBothOffAndWorked(day));
            }
        }
        var year = new WorkingDayCalendar.Year(c.off(), c.work());
        return year.equals(calendar.years().get(c.year()))
                ? List.of()
                : List.of(new YearPublished(
                        c.calendarId(),
                        c.year(),
                        calendar.version() + 1,
                        new TreeMap<>(c.off()),
                        new TreeMap<>(c.work()),
                        c.source(),
                        c.by(),
                        c.at()));
    }

    /**
     * A notice may name days of the previous December, because the New Year holiday (元旦) and its make-up days can start
     * there.
     */
    private static void mustBelongTo(int year, Collection<LocalDate> days) {
        for (var day : days) {
            var endOfTheYearBefore = day.getYear() == year - 1 && day.getMonth() == Month.DECEMBER;
            if (day.getYear() != year && !endOfTheYearBefore) {
                throw new CommandRefused(new DayOfAnotherYear(year, day));
            }
        }
    }
}

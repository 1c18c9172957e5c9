package org.serviceledger.query.pages;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.serviceledger.api.calendar.WorkingDayCalendar;
import org.serviceledger.query.acts.ActView;

/**
 * Consecutive acts of one day.
 *
 * @param daysSincePrevious days from the previous group to this one; 0 for the first, negative if this one is earlier
 */
public record ActDay(LocalDate date, long daysSincePrevious, List<ActView> acts) {

    /**
     * Groups acts by the day in China on which they happened, and keeps their order. A day that recurs later starts a
     * new group.
     */
    static List<ActDay> of(List<ActView> acts) {
        var days = new ArrayList<ActDay>();
        for (var act : acts) {
            var date = act.occurredAt().atZone(WorkingDayCalendar.CHINA).toLocalDate();
            if (days.isEmpty() || !days.getLast().date.equals(date)) {
                var gap = days.isEmpty() ? 0 : ChronoUnit.DAYS.between(days.getLast().date, date);
                days.add(new ActDay(date, gap, new ArrayList<>()));
            }
            days.getLast().acts.add(act);
        }
        return days;
    }
}

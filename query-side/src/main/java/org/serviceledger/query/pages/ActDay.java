package org.serviceledger.query.pages;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.serviceledger.api.calendar.WorkingDayCalendar;
import org.serviceledger.query.acts.ActView;

/**
 * Acts that follow each other on one day.
 *
 * @param daysSincePrevious days between the act before and the first of these
 */
public record ActDay(LocalDate date, long daysSincePrevious, List<ActView> acts) {

    /** Breaks acts up by the day they happened on, in the order they come in. */
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

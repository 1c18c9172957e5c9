package org.serviceledger.command.calendar;

import org.serviceledger.api.calendar.WorkingDayCalendar;

/** The calendar that ships with the program, for tests that count days. */
public final class OfficialCalendar {

    private OfficialCalendar() {}

    public static WorkingDayCalendar calendar() {
        var calendar = WorkingDayCalendar.empty();
        for (var notice : CalendarPublication.notices()) {
            calendar = calendar.with(notice.year(), new WorkingDayCalendar.Year(notice.off(), notice.work()));
        }
        return calendar;
    }
}

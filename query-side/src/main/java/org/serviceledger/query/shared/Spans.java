package org.serviceledger.query.shared;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.calendar.WorkingDayCalendar;
import org.serviceledger.words.Words;

/** Formats time limits and time used, in the current language. */
public final class Spans {

    private Spans() {}

    public static String workingDays(int days) {
        return Words.say("span.working-days", "days", days);
    }

    /**
     * Returns the last day on which a deadline is met.
     *
     * @param due the instant at which the deadline ends
     */
    public static LocalDate lastDay(Instant due) {
        return due.minusMillis(1).atZone(WorkingDayCalendar.CHINA).toLocalDate();
    }

    /** Formats a limit with its last day. Leaves out what is null, and returns null if both are. */
    public static @Nullable String until(@Nullable String limit, @Nullable Instant due) {
        var known = limit == null || limit.isEmpty() ? null : limit;
        return due == null ? known : Words.say("span.until", "limit", known, "day", lastDay(due));
    }
}

package org.serviceledger.query.shared;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.calendar.WorkingDayCalendar;
import org.serviceledger.words.Words;

/** Time limits and the time used, in the language that is being spoken. */
public final class Spans {

    private Spans() {}

    public static String workingDays(int days) {
        return Words.say("span.working-days", "days", days);
    }

    /** The last day on which a deadline is kept, of the instant from which on it is not. */
    public static LocalDate lastDay(Instant due) {
        return due.minusMillis(1).atZone(WorkingDayCalendar.CHINA).toLocalDate();
    }

    /** A limit with its last day, as far as the one and the other are known. */
    public static @Nullable String until(@Nullable String limit, @Nullable Instant due) {
        var known = limit == null || limit.isEmpty() ? null : limit;
        return due == null ? known : Words.say("span.until", "limit", known, "day", lastDay(due));
    }
}

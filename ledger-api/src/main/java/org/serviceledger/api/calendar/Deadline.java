package org.serviceledger.api.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A deadline together with how it was computed, so that anyone can follow it years later.
 *
 * @param from the day the clock started; counting begins with the next day (民法典 201), or at once for hours
 * @param limit the limit as granted
 * @param deducted days added because as many did not count (不计入期限): special procedures, suspensions
 * @param dueOn the last day
 * @param due the first instant after which it is late: the end of {@code dueOn} in China, or the exact hour
 * @param counted every day that was counted, in order; empty for hours
 * @param algorithm name and version of the rule that counted
 * @param calendarVersion version of the working-day calendar that was used
 */
public record Deadline(
        LocalDate from,
        TimeLimit limit,
        int deducted,
        LocalDate dueOn,
        Instant due,
        List<LocalDate> counted,
        String algorithm,
        int calendarVersion) {

    public Deadline {
        counted = List.copyOf(counted);
    }
}

package org.serviceledger.api.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A deadline with the inputs of its computation, so that it can be verified years later.
 *
 * @param from the day on which the clock started; counting begins with the next day (民法典 201), for hours at once
 * @param limit the limit as granted
 * @param deducted the number of days added because as many did not count (不计入期限): special procedures, suspensions
 * @param dueOn the last day
 * @param due the end of the limit; any later instant is late. It is the end of {@code dueOn} in China, for hours the
 *     exact time
 * @param counted every counted day, in order; empty for hours
 * @param algorithm name and version of the counting rule
 * @param calendarVersion version of the working-day calendar used
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

package org.serviceledger.command.staffday;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.organization.Shift;

/** The day's shifts as frozen by the rota, and how lateness is told by them. */
record Rota(OrganizationId organization, List<Shift> shifts, int graceMinutes, List<Excuse> excuses) {

    private static final int SECONDS_A_MINUTE = 60;

    /** A stretch of the day for which leave was granted. */
    record Excuse(LocalTime from, LocalTime to) {}

    Rota {
        shifts = List.copyOf(shifts);
        excuses = List.copyOf(excuses);
    }

    /** The shift to check in for: the first not attended yet that has not ended. */
    Optional<Shift> due(LocalTime time, Set<String> attended) {
        return shifts.stream()
                .filter(shift -> !attended.contains(shift.name()) && time.isBefore(shift.end()))
                .findFirst();
    }

    /** Minutes after the shift's start, or after the leave that covers it. */
    int lateMinutes(Shift shift, LocalTime in) {
        var expected = shift.start();
        for (var excuse : excuses) {
            if (!excuse.from().isAfter(expected) && excuse.to().isAfter(expected)) {
                expected = excuse.to();
            }
        }
        return counted(expected, in);
    }

    /** Minutes before the shift's end, or before the leave that covers it. */
    int earlyMinutes(Shift shift, LocalTime out) {
        var expected = shift.end();
        for (var excuse : excuses.reversed()) {
            if (!excuse.to().isBefore(expected) && excuse.from().isBefore(expected)) {
                expected = excuse.from();
            }
        }
        return counted(out, expected);
    }

    /** Started minutes count whole; within the grace minutes nothing counts. */
    private int counted(LocalTime from, LocalTime to) {
        var seconds = to.toSecondOfDay() - from.toSecondOfDay();
        var minutes = Math.ceilDiv(Math.max(seconds, 0), SECONDS_A_MINUTE);
        return minutes <= graceMinutes ? 0 : minutes;
    }
}

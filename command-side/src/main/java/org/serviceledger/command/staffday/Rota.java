package org.serviceledger.command.staffday;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.organization.Shift;

/** The shifts of the day, copied when the rota was made, and the computation of lateness from them. */
record Rota(OrganizationId organization, List<Shift> shifts, int graceMinutes, List<Excuse> excuses) {

    private static final int SECONDS_A_MINUTE = 60;

    /** A period of the day for which leave was granted. */
    record Excuse(LocalTime from, LocalTime to) {}

    Rota {
        shifts = List.copyOf(shifts);
        excuses = List.copyOf(excuses);
    }

    /** Returns the shift to check in for: the first one not attended yet that has not ended. */
    Optional<Shift> due(LocalTime time, Set<String> attended) {
        return shifts.stream()
                .filter(shift -> !attended.contains(shift.name()) && time.isBefore(shift.end()))
                .findFirst();
    }

    /** Returns the minutes after the shift's start, or after the end of leave that covers the start. */
    int lateMinutes(Shift shift, LocalTime in) {
        var expected = shift.start();
        for (var excuse : excuses) {
            if (!excuse.from().isAfter(expected) && excuse.to().isAfter(expected)) {
                expected = excuse.to();
            }
        }
        return counted(expected, in);
    }

    /** Returns the minutes before the shift's end, or before the start of leave that covers the end. */
    int earlyMinutes(Shift shift, LocalTime out) {
        var expected = shift.end();
        for (var excuse : excuses.reversed()) {
            if (!excuse.to().isBefore(expected) && excuse.from().isBefore(expected)) {
                expected = excuse.from();
            }
        }
        return counted(out, expected);
    }

    /** A started minute counts as a whole one. Minutes within the grace period count as 0. */
    private int counted(LocalTime from, LocalTime to) {
        var seconds = to.toSecondOfDay() - from.toSecondOfDay();
        var minutes = Math.ceilDiv(Math.max(seconds, 0), SECONDS_A_MINUTE);
        return minutes <= graceMinutes ? 0 : minutes;
    }
}

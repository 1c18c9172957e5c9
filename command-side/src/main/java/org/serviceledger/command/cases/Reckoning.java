package org.serviceledger.command.cases;

import static org.serviceledger.api.calendar.WorkingDayCalendar.CHINA;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.calendar.Deadline;
import org.serviceledger.api.calendar.LimitUnit;
import org.serviceledger.api.calendar.TimeLimit;
import org.serviceledger.api.calendar.WorkingDayCalendar;
import org.serviceledger.api.cases.TimeUsed;
import org.serviceledger.api.cases.Timeliness;
import org.serviceledger.command.cases.Clock.Stop;

/** Computes deductions, deadlines and time used of a case. */
record Reckoning(WorkingDayCalendar calendar) {

    private static final int HOURS_A_DAY = 24;

    /** Returns the working days that a stop deducts; for a special procedure at most the approved number. */
    int deducted(Stop stop, Instant end) {
        var stopped = calendar.workingDaysBetween(stop.since(), end);
        return switch (stop) {
            case Stop.Special special -> Math.min(stopped, special.approvedWorkingDays());
            case Stop.Suspension _ -> stopped;
        };
    }

    /** Returns the deadline moved by the time of the stop, counted in the unit of its own limit. */
    Deadline without(Clock clock, Deadline deadline, Stop stop, Instant end) {
        var off = deadline.limit().unit() == LimitUnit.WORKING_DAY
                ? deducted(stop, end)
                : daysBetween(stop.since(), lastDeducted(stop, end));
        return calendar.deadline(clock.start(), deadline.limit(), deadline.deducted() + off);
    }

    /** Returns the deadline extended by working days, converted to the unit of its own limit. */
    Deadline extended(Clock clock, Deadline deadline, int workingDays) {
        return calendar.deadline(clock.start(), longer(deadline, workingDays), deadline.deducted());
    }

    /** Returns when an open step is due, moved by the deductions from the case's clock since the step began. */
    @Nullable Deadline dueOf(Work.OpenStep step, Clock clock) {
        var due = step.due();
        var off = clock.deducted() - step.deductedBefore();
        return due == null || off == 0 ? due : calendar.deadline(step.since(), due.limit(), due.deducted() + off);
    }

    TimeUsed used(Instant start, Instant end, int deducted) {
        var covered = calendar.covers(
                start.atZone(CHINA).toLocalDate(), end.atZone(CHINA).toLocalDate());
        return new TimeUsed(
                covered ? Math.max(calendar.workingDaysBetween(start, end) - deducted, 0) : null,
                Duration.between(start, end).toSeconds());
    }

    /** One second past the deadline is late. Any day before the last day is early. */
    static Timeliness timeliness(Deadline promised, Instant end) {
        if (isPast(promised, end)) {
            return Timeliness.LATE;
        }
        return end.atZone(CHINA).toLocalDate().isBefore(promised.dueOn()) ? Timeliness.EARLY : Timeliness.ON_TIME;
    }

    /** Returns the working days past the deadline. Any excess counts as at least one. */
    int overdue(Deadline promised, Instant end) {
        if (!isPast(promised, end)) {
            return 0;
        }
        var lastDay = promised.dueOn().atStartOfDay(CHINA).toInstant();
        return Math.max(calendar.workingDaysBetween(lastDay, end), 1);
    }

    static boolean isPast(@Nullable Deadline deadline, Instant at) {
        return deadline != null && at.isAfter(deadline.due());
    }

    private TimeLimit longer(Deadline deadline, int workingDays) {
        var limit = deadline.limit();
        return switch (limit.unit()) {
            case WORKING_DAY -> new TimeLimit(limit.value() + workingDays, limit.unit());
            case CALENDAR_DAY -> new TimeLimit(limit.value() + calendarDays(deadline, workingDays), limit.unit());
            case HOUR -> new TimeLimit(limit.value() + HOURS_A_DAY * calendarDays(deadline, workingDays), limit.unit());
        };
    }

    private int calendarDays(Deadline deadline, int workingDays) {
        var lastDay = deadline.dueOn().atStartOfDay(CHINA).toInstant();
        var then =
                calendar.deadline(lastDay, TimeLimit.workingDays(workingDays)).dueOn();
        return Math.toIntExact(ChronoUnit.DAYS.between(deadline.dueOn(), then));
    }

    private Instant lastDeducted(Stop stop, Instant end) {
        return switch (stop) {
            case Stop.Special special -> {
                var approved = calendar.deadline(stop.since(), TimeLimit.workingDays(special.approvedWorkingDays()));
                var lastApproved = approved.dueOn().atStartOfDay(CHINA).toInstant();
                yield end.isBefore(lastApproved) ? end : lastApproved;
            }
            case Stop.Suspension _ -> end;
        };
    }

    private static int daysBetween(Instant from, Instant to) {
        return Math.toIntExact(ChronoUnit.DAYS.between(
                from.atZone(CHINA).toLocalDate(), to.atZone(CHINA).toLocalDate()));
    }
}

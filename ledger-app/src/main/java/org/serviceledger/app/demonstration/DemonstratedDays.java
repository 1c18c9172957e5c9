package org.serviceledger.app.demonstration;

import static org.serviceledger.api.calendar.WorkingDayCalendar.CHINA;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.serviceledger.api.CommandRefused;
import org.serviceledger.api.calendar.TimeLimit;
import org.serviceledger.api.calendar.WorkingDayCalendar;
import org.serviceledger.api.organization.Shift;

/**
 * The working days of the demonstrated month; the last one is today. If the published calendar is too short to count
 * the limits of cases that begin today, the month ends earlier.
 *
 * @param now nothing happens after this moment
 * @param days the working days, in order
 */
record DemonstratedDays(WorkingDayCalendar calendar, Instant now, List<LocalDate> days) {

    static final Shift MORNING = new Shift("上午", LocalTime.of(8, 30), LocalTime.of(12, 0));
    static final Shift AFTERNOON = new Shift("下午", LocalTime.of(14, 0), LocalTime.of(17, 30));
    static final int GRACE_MINUTES = 5;

    private static final int WORKING_DAYS = 22;

    /** Working days that must be countable from the last day: five for acceptance and a short promise after them. */
    private static final int AHEAD = 8;

    private static final int FAR = 40;

    DemonstratedDays {
        days = List.copyOf(days);
    }

    static DemonstratedDays endingAt(Instant now, WorkingDayCalendar calendar) {
        var today = now.atZone(CHINA).toLocalDate();
        var last = lastCountable(today, calendar);
        var days = new ArrayList<LocalDate>();
        for (var day = last; days.size() < WORKING_DAYS; day = day.minusDays(1)) {
            if (calendar.isWorkingDay(day)) {
                days.addFirst(day);
            }
        }
        return new DemonstratedDays(calendar, last.equals(today) ? now : at(last, LocalTime.of(23, 0)), days);
    }

    static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(CHINA).toInstant();
    }

    static Instant at(LocalDateTime time) {
        return time.atZone(CHINA).toInstant();
    }

    LocalDate first() {
        return days.getFirst();
    }

    /** The day on which halls, items and staff are entered, before anything else happens. */
    LocalDate before() {
        return first().minusDays(7);
    }

    LocalDate nextWorkingDay(LocalDate day) {
        return plusWorkingDays(day, 1);
    }

    /**
     * Returns the day a number of working days later. Beyond the published calendar, returns a day after the end of the
     * data.
     */
    LocalDate plusWorkingDays(LocalDate day, int number) {
        if (number == 0) {
            return day;
        }
        return canCount(day, number)
                ? calendar.deadline(at(day, LocalTime.NOON), TimeLimit.workingDays(number))
                        .dueOn()
                : day.plusYears(1);
    }

    boolean isOver(LocalDateTime time) {
        return at(time).isAfter(now);
    }

    LocalDate previousWorkingDay(LocalDate day) {
        var previous = day.minusDays(1);
        while (!calendar.isWorkingDay(previous)) {
            previous = previous.minusDays(1);
        }
        return previous;
    }

    /** Adds minutes of service hours. */
    LocalDateTime later(LocalDateTime time, int minutes) {
        var later = time.plusMinutes(minutes);
        var clock = later.toLocalTime();
        if (clock.isBefore(MORNING.start())) {
            return later.toLocalDate().atTime(MORNING.start()).plusMinutes(minutes % 30 + 2);
        }
        if (!clock.isBefore(MORNING.end()) && clock.isBefore(AFTERNOON.start())) {
            return later.toLocalDate().atTime(AFTERNOON.start()).plusMinutes(minutes % 30 + 2);
        }
        if (clock.isBefore(AFTERNOON.end()) && calendar.isWorkingDay(later.toLocalDate())) {
            return later;
        }
        return nextWorkingDay(time.toLocalDate()).atTime(MORNING.start()).plusMinutes(minutes % 60 + 3);
    }

    /** Number of working days that the calendar covers after this day, at most {@value #FAR}. */
    int reach(LocalDate day) {
        var reach = FAR;
        while (reach > 0 && !canCount(day, reach)) {
            reach--;
        }
        return reach;
    }

    /** Whether the calendar covers this many working days after the day. */
    boolean canCount(LocalDate day, int workingDays) {
        return canCount(day, workingDays, calendar);
    }

    private static LocalDate lastCountable(LocalDate today, WorkingDayCalendar calendar) {
        for (var day = today; day.isAfter(today.minusYears(3)); day = day.minusDays(1)) {
            if (canCount(day, AHEAD, calendar)) {
                return day;
            }
        }
        throw new IllegalStateException("no calendar has been published for the years before %s".formatted(today));
    }

    private static boolean canCount(LocalDate day, int workingDays, WorkingDayCalendar calendar) {
        try {
            calendar.deadline(at(day, LocalTime.NOON), TimeLimit.workingDays(workingDays));
            return calendar.covers(day, day);
        } catch (CommandRefused _) {
            return false;
        }
    }
}

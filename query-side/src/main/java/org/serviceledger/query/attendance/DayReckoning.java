package org.serviceledger.query.attendance;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.serviceledger.api.calendar.WorkingDayCalendar;
import org.serviceledger.api.organization.Shift;
import org.serviceledger.projection.staffday.StaffDayDocument;
import org.serviceledger.projection.staffday.StaffDayDocument.Attendance;

/**
 * Computes the verdict and the figures of a person's day as of {@code now}. A person on the rota who did not come and
 * had no leave was absent.
 */
record DayReckoning(StaffDayDocument day, Instant now) {

    /** Whether the day counts as a day on the rota. Future days do not count. */
    boolean isRostered() {
        return day.rostered()
                && !day.date().isAfter(now.atZone(WorkingDayCalendar.CHINA).toLocalDate());
    }

    boolean isAbsent() {
        return !day.absences().isEmpty()
                || day.shifts().stream().anyMatch(shift -> !missed(shift).isEmpty());
    }

    /**
     * Returns the minutes of established absences, plus the minutes of missed shifts outside every established absence.
     */
    int absentMinutes() {
        var established = day.absences().stream()
                .map(absence -> new Minutes(absence.from(), absence.to()))
                .toList();
        var missed = day.shifts().stream()
                .flatMap(shift -> missed(shift).stream())
                .flatMap(stretch -> stretch.less(established).stream())
                .toList();
        return day.absentMinutes() + Minutes.total(missed);
    }

    boolean isCovered() {
        return !day.coveredBy().isEmpty() || day.absences().stream().anyMatch(StaffDayDocument.Absence::covered);
    }

    int leaveMinutes(StaffDayDocument.Leave leave) {
        return day.shifts().stream()
                .mapToInt(shift -> stretch(shift).within(stretch(leave)).length())
                .sum();
    }

    /** Counts the shifts that have ended with a check-in and without a check-out. */
    int missingCheckOuts() {
        return Math.toIntExact(day.shifts().stream()
                .filter(this::isOver)
                .flatMap(shift -> attendance(shift).stream())
                .filter(seen -> seen.in() != null && seen.out() == null)
                .count());
    }

    DayVerdict verdict() {
        if (isAbsent()) {
            return DayVerdict.ABSENT;
        }
        if (day.timesLate() > 0) {
            return DayVerdict.LATE;
        }
        if (day.timesEarly() > 0) {
            return DayVerdict.EARLY;
        }
        if (!day.leaves().isEmpty()) {
            return DayVerdict.ON_LEAVE;
        }
        if (day.checkedIn()) {
            return DayVerdict.PRESENT;
        }
        return day.rostered() ? DayVerdict.UPCOMING : DayVerdict.NOT_ROSTERED;
    }

    /** Returns every planned shift of the day, then every other shift in which the person checked in or out. */
    List<PersonDays.ShiftSeen> shifts() {
        var planned = day.shifts().stream().map(shift -> seen(shift, attendance(shift)));
        var unplanned = day.attendance().stream()
                .filter(seen ->
                        day.shifts().stream().noneMatch(shift -> shift.name().equals(seen.shift())))
                .map(DayReckoning::seen);
        return Stream.concat(planned, unplanned).toList();
    }

    private static PersonDays.ShiftSeen seen(Shift shift, Optional<Attendance> seen) {
        return seen.map(each -> new PersonDays.ShiftSeen(
                        shift.name(),
                        shift.start(),
                        shift.end(),
                        each.in(),
                        each.lateMinutes(),
                        each.out(),
                        each.earlyMinutes(),
                        each.minutesServed()))
                .orElse(new PersonDays.ShiftSeen(shift.name(), shift.start(), shift.end(), null, 0, null, 0, 0));
    }

    private static PersonDays.ShiftSeen seen(Attendance each) {
        return new PersonDays.ShiftSeen(
                each.shift(),
                null,
                null,
                each.in(),
                each.lateMinutes(),
                each.out(),
                each.earlyMinutes(),
                each.minutesServed());
    }

    /**
     * Returns the parts of the shift that the person missed and that no leave covers. Empty until the shift has ended.
     */
    private List<Minutes> missed(Shift shift) {
        var came = attendance(shift).filter(seen -> seen.in() != null || seen.out() != null);
        if (!day.rostered() || came.isPresent() || !isOver(shift)) {
            return List.of();
        }
        return stretch(shift)
                .less(day.leaves().stream().map(DayReckoning::stretch).toList());
    }

    private boolean isOver(Shift shift) {
        return !day.date()
                .atTime(shift.end())
                .atZone(WorkingDayCalendar.CHINA)
                .toInstant()
                .isAfter(now);
    }

    private Optional<Attendance> attendance(Shift shift) {
        return day.attendance().stream()
                .filter(seen -> seen.shift().equals(shift.name()))
                .findFirst();
    }

    private static Minutes stretch(Shift shift) {
        return new Minutes(shift.start(), shift.end());
    }

    private static Minutes stretch(StaffDayDocument.Leave leave) {
        return new Minutes(leave.from(), leave.to());
    }
}

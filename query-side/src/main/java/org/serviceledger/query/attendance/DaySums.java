package org.serviceledger.query.attendance;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.serviceledger.api.staffday.LeaveKind;
import org.serviceledger.projection.staffday.StaffDayDocument;

/** Sums the figures of days. */
final class DaySums {

    private int daysRostered;
    private int daysPresent;
    private int lateTimes;
    private int lateMinutes;
    private int earlyTimes;
    private int earlyMinutes;
    private int daysAbsent;
    private int absentMinutes;
    private final Map<LeaveKind, Integer> leaveDays = new EnumMap<>(LeaveKind.class);
    private final Map<LeaveKind, Integer> leaveMinutes = new EnumMap<>(LeaveKind.class);
    private int coveredDays;
    private int stoodInDays;
    private int missingCheckOuts;
    private int minutesServed;

    void add(DayReckoning reckoning) {
        var day = reckoning.day();
        daysRostered += reckoning.isRostered() ? 1 : 0;
        daysPresent += day.checkedIn() ? 1 : 0;
        lateTimes += day.timesLate();
        lateMinutes += day.lateMinutes();
        earlyTimes += day.timesEarly();
        earlyMinutes += day.earlyMinutes();
        daysAbsent += reckoning.isAbsent() ? 1 : 0;
        absentMinutes += reckoning.absentMinutes();
        coveredDays += reckoning.isCovered() ? 1 : 0;
        missingCheckOuts += reckoning.missingCheckOuts();
        minutesServed += day.minutesServed();
        kindsOf(day).forEach(kind -> leaveDays.merge(kind, 1, Integer::sum));
        day.leaves().forEach(leave -> leaveMinutes.merge(leave.kind(), reckoning.leaveMinutes(leave), Integer::sum));
    }

    void addStoodIn(int days) {
        stoodInDays += days;
    }

    Totals totals() {
        return TotalsBuilder.builder()
                .daysRostered(daysRostered)
                .daysPresent(daysPresent)
                .lateTimes(lateTimes)
                .lateMinutes(lateMinutes)
                .earlyTimes(earlyTimes)
                .earlyMinutes(earlyMinutes)
                .daysAbsent(daysAbsent)
                .absentMinutes(absentMinutes)
                .leaveDays(Map.copyOf(leaveDays))
                .leaveMinutes(Map.copyOf(leaveMinutes))
                .coveredDays(coveredDays)
                .stoodInDays(stoodInDays)
                .missingCheckOuts(missingCheckOuts)
                .minutesServed(minutesServed)
                .build();
    }

    private static Set<LeaveKind> kindsOf(StaffDayDocument day) {
        var kinds = new HashSet<LeaveKind>();
        day.leaves().forEach(leave -> kinds.add(leave.kind()));
        return kinds;
    }
}

package org.serviceledger.query.attendance;

import java.util.Map;
import org.serviceledger.api.staffday.LeaveKind;

/**
 * Attendance in figures; docs/metrics.md says how each is counted.
 *
 * @param daysRostered days on the rota, days still to come not counted
 * @param daysPresent days with at least one check-in
 * @param lateTimes check-ins after the shift's start and its grace
 * @param earlyTimes check-outs before the shift's end less its grace
 * @param daysAbsent days with an absence established, or with a shift over that nobody checked in to and no leave excuses
 * @param absentMinutes of those: minutes established, or else the length of the missed shifts
 * @param leaveDays days with leave, by kind
 * @param leaveMinutes minutes of leave within shifts, by kind
 * @param coveredDays days absent or on leave that the B of the window took over
 * @param stoodInDays days this person stood in for an absent A
 * @param missingCheckOuts shifts over with a check-in and no check-out
 * @param minutesServed between check-in and check-out
 */
public record Totals(
        int daysRostered,
        int daysPresent,
        int lateTimes,
        int lateMinutes,
        int earlyTimes,
        int earlyMinutes,
        int daysAbsent,
        int absentMinutes,
        Map<LeaveKind, Integer> leaveDays,
        Map<LeaveKind, Integer> leaveMinutes,
        int coveredDays,
        int stoodInDays,
        int missingCheckOuts,
        int minutesServed) {}

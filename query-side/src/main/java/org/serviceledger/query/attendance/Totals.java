package org.serviceledger.query.attendance;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Map;
import org.serviceledger.api.staffday.LeaveKind;

/**
 * Attendance in figures; docs/metrics.md defines each.
 *
 * @param daysRostered days on the rota, without future days
 * @param daysPresent days with at least one check-in
 * @param lateTimes check-ins after the shift's start and its grace
 * @param earlyTimes check-outs before the shift's end less its grace
 * @param daysAbsent days with an established absence, or with an ended shift that the person did not check in to and
 *     that no leave excuses
 * @param absentMinutes minutes of established absences, and of missed shifts outside them
 * @param leaveDays days with leave, by kind
 * @param leaveMinutes minutes of leave within shifts, by kind
 * @param coveredDays days absent or on leave on which the B of the window took over
 * @param stoodInDays days on which this person stood in for an absent A
 * @param missingCheckOuts ended shifts with a check-in and without a check-out
 * @param minutesServed minutes between check-in and check-out
 */
@RecordBuilder
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

package org.serviceledger.api.staffday;

import static org.serviceledger.api.UserRole.APPROVER;
import static org.serviceledger.api.UserRole.CLERK;
import static org.serviceledger.api.UserRole.MANAGER;
import static org.serviceledger.api.UserRole.SUPERVISOR;

import java.time.Instant;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;
import org.serviceledger.api.LedgerCommand;
import org.serviceledger.api.act.Act;
import org.serviceledger.api.act.PlausibleTime;
import org.serviceledger.api.act.Text;
import org.serviceledger.api.staff.StaffId;

/** Commands on one day of a member of staff (人员当日考勤). */
public sealed interface StaffDayCommand extends LedgerCommand {

    StaffDayId staffDayId();

    @Override
    default String stream() {
        return staffDayId().value();
    }

    /** Puts the person on the rota for the shifts of their organisation (排班). */
    @Act(
            path = "roster",
            roles = {MANAGER, APPROVER})
    record Roster(StaffDayId staffDayId, Actor by, Instant at) implements StaffDayCommand {}

    /**
     * Checks in for the next open shift.
     *
     * @param deviceTime time of the device's own clock, stored in addition to the server's time
     */
    @Act(
            path = "check-in",
            roles = {CLERK, APPROVER, MANAGER})
    record CheckIn(
            StaffDayId staffDayId, @PlausibleTime @Nullable Instant deviceTime, Actor by, Instant at)
            implements StaffDayCommand {}

    @Act(
            path = "check-out",
            roles = {CLERK, APPROVER, MANAGER})
    record CheckOut(
            StaffDayId staffDayId, @PlausibleTime @Nullable Instant deviceTime, Actor by, Instant at)
            implements StaffDayCommand {}

    @Act(
            path = "leave",
            roles = {MANAGER, APPROVER})
    record GrantLeave(
            StaffDayId staffDayId,
            LeaveKind kind,
            LocalTime from,
            LocalTime to,
            @Text(max = 500) String reason,
            Actor by,
            Instant at)
            implements StaffDayCommand {}

    /** Hands over from A to B for part of the day (AB角交接). {@code to} substitutes. */
    @Act(
            path = "hand-over",
            roles = {CLERK, APPROVER, MANAGER})
    record HandOver(StaffDayId staffDayId, StaffId to, LocalTime from, LocalTime until, Actor by, Instant at)
            implements StaffDayCommand {}

    /**
     * Records that the person was absent without leave (缺岗, 旷工).
     *
     * @param covered whether B substituted
     */
    @Act(
            path = "absence",
            roles = {MANAGER, SUPERVISOR})
    record EstablishAbsence(
            StaffDayId staffDayId,
            LocalTime from,
            LocalTime to,
            boolean covered,
            @Text(max = 1000) String note,
            Actor by,
            Instant at)
            implements StaffDayCommand {}

    @Act(
            path = "inspect",
            roles = {MANAGER, SUPERVISOR})
    record Inspect(
            StaffDayId staffDayId,
            boolean uniform,
            boolean badge,
            boolean atPost,
            @Text(max = 1000) @Nullable String note,
            Actor by,
            Instant at)
            implements StaffDayCommand {}
}

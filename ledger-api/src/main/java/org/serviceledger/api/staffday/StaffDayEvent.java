package org.serviceledger.api.staffday;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;
import org.serviceledger.api.LedgerEvent;
import org.serviceledger.api.WireName;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.organization.Shift;
import org.serviceledger.api.staff.DutyRole;
import org.serviceledger.api.staff.StaffId;
import org.serviceledger.api.window.WindowId;

/** Events of one day of a member of staff (人员当日考勤). */
public sealed interface StaffDayEvent extends LedgerEvent {

    StaffDayId staffDayId();

    @Override
    default String stream() {
        return staffDayId().value();
    }

    OrganizationId organization();

    /**
     * The person is on the rota for the day.
     *
     * @param shifts copy of the service hours in force, so that lateness can be verified later
     */
    @WireName("staff-day.rostered")
    record Rostered(
            StaffDayId staffDayId,
            String name,
            OrganizationId organization,
            @Nullable WindowId window,
            @Nullable DutyRole duty,
            @Nullable StaffId partner,
            List<Shift> shifts,
            int graceMinutes,
            Actor by,
            Instant occurredAt)
            implements StaffDayEvent {}

    /**
     * The person checked in.
     *
     * @param lateMinutes minutes after the shift's start; a started minute counts as a whole one, and minutes within
     *     the grace period as 0
     */
    @WireName("staff-day.checked-in")
    record CheckedIn(
            StaffDayId staffDayId,
            OrganizationId organization,
            String shift,
            int lateMinutes,
            @Nullable Instant deviceTime,
            Actor by,
            Instant occurredAt)
            implements StaffDayEvent {}

    /**
     * The person checked out.
     *
     * @param earlyMinutes minutes before the shift's end; a started minute counts as a whole one, and minutes within
     *     the grace period as 0
     */
    @WireName("staff-day.checked-out")
    record CheckedOut(
            StaffDayId staffDayId,
            OrganizationId organization,
            String shift,
            int earlyMinutes,
            int minutesServed,
            @Nullable Instant deviceTime,
            Actor by,
            Instant occurredAt)
            implements StaffDayEvent {}

    @WireName("staff-day.leave-granted")
    record LeaveGranted(
            StaffDayId staffDayId,
            OrganizationId organization,
            LeaveKind kind,
            LocalTime from,
            LocalTime to,
            String reason,
            Actor by,
            Instant occurredAt)
            implements StaffDayEvent {}

    @WireName("staff-day.handed-over")
    record HandedOver(
            StaffDayId staffDayId,
            OrganizationId organization,
            Actor.Person from,
            Actor.Person to,
            LocalTime begin,
            LocalTime until,
            Actor by,
            Instant occurredAt)
            implements StaffDayEvent {}

    @WireName("staff-day.absence-established")
    record AbsenceEstablished(
            StaffDayId staffDayId,
            OrganizationId organization,
            LocalTime from,
            LocalTime to,
            int minutes,
            boolean covered,
            String note,
            Actor by,
            Instant occurredAt)
            implements StaffDayEvent {}

    @WireName("staff-day.inspected")
    record Inspected(
            StaffDayId staffDayId,
            OrganizationId organization,
            boolean uniform,
            boolean badge,
            boolean atPost,
            @Nullable String note,
            Actor by,
            Instant occurredAt)
            implements StaffDayEvent {}
}

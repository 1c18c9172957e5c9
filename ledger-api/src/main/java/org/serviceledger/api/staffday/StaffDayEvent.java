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

/** Everything that can have happened to a member of staff within one day (人员当日考勤). */
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
     * @param shifts the service hours in force, frozen so that lateness can be followed later
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
     * Somebody came.
     *
     * @param lateMinutes after the shift's start, started minutes counting whole; 0 within the grace minutes
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
     * Somebody went.
     *
     * @param earlyMinutes before the shift's end, started minutes counting whole; 0 within the grace minutes
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

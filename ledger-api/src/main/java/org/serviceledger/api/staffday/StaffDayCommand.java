package org.serviceledger.api.staffday;

import java.time.Instant;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;
import org.serviceledger.api.LedgerCommand;

/** Commands on one day of a member of staff (人员当日考勤). */
public sealed interface StaffDayCommand extends LedgerCommand {

    StaffDayId staffDayId();

    @Override
    default String stream() {
        return staffDayId().value();
    }

    /** Puts the person on the rota for the shifts of their organisation (排班). */
    record Roster(StaffDayId staffDayId, Actor by, Instant at) implements StaffDayCommand {}

    /**
     * Checks in for the next open shift.
     *
     * @param deviceTime time of the device's own clock, stored in addition to the server's time
     */
    record CheckIn(StaffDayId staffDayId, @Nullable Instant deviceTime, Actor by, Instant at)
            implements StaffDayCommand {}

    record CheckOut(StaffDayId staffDayId, @Nullable Instant deviceTime, Actor by, Instant at)
            implements StaffDayCommand {}

    record GrantLeave(
            StaffDayId staffDayId, LeaveKind kind, LocalTime from, LocalTime to, String reason, Actor by, Instant at)
            implements StaffDayCommand {}

    /** Hands over from A to B for part of the day (AB角交接). */
    record HandOver(StaffDayId staffDayId, Actor.Person to, LocalTime from, LocalTime until, Actor by, Instant at)
            implements StaffDayCommand {}

    /**
     * Records that the person was absent without leave (缺岗, 旷工).
     *
     * @param covered whether B substituted
     */
    record EstablishAbsence(
            StaffDayId staffDayId, LocalTime from, LocalTime to, boolean covered, String note, Actor by, Instant at)
            implements StaffDayCommand {}

    record Inspect(
            StaffDayId staffDayId,
            boolean uniform,
            boolean badge,
            boolean atPost,
            @Nullable String note,
            Actor by,
            Instant at)
            implements StaffDayCommand {}
}

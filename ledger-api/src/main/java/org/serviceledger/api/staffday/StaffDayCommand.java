package org.serviceledger.api.staffday;

import java.time.Instant;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;
import org.serviceledger.api.LedgerCommand;

/** Everything that may be asked of one day of a member of staff (人员当日考勤). */
public sealed interface StaffDayCommand extends LedgerCommand {

    StaffDayId staffDayId();

    @Override
    default String stream() {
        return staffDayId().value();
    }

    /** Puts the person on the rota for the shifts of their organisation (排班). */
    record Roster(StaffDayId staffDayId, Actor by, Instant at) implements StaffDayCommand {}

    /**
     * Checks in for the shift that is due.
     *
     * @param deviceTime what the device's own clock said, kept beside the server's
     */
    record CheckIn(StaffDayId staffDayId, @Nullable Instant deviceTime, Actor by, Instant at)
            implements StaffDayCommand {}

    record CheckOut(StaffDayId staffDayId, @Nullable Instant deviceTime, Actor by, Instant at)
            implements StaffDayCommand {}

    record GrantLeave(
            StaffDayId staffDayId, LeaveKind kind, LocalTime from, LocalTime to, String reason, Actor by, Instant at)
            implements StaffDayCommand {}

    /** A hands over to B for part of the day (AB角交接). */
    record HandOver(StaffDayId staffDayId, Actor.Person to, LocalTime from, LocalTime until, Actor by, Instant at)
            implements StaffDayCommand {}

    /** Finds that the person was away without leave (缺岗, 旷工); {@code covered}: whether B had stepped in. */
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

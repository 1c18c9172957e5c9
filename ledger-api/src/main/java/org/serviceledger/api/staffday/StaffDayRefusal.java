package org.serviceledger.api.staffday;

import static org.serviceledger.api.Refusal.Nature.ALREADY;
import static org.serviceledger.api.Refusal.Nature.BREAKS_RULE;
import static org.serviceledger.api.Refusal.Nature.OUT_OF_ORDER;
import static org.serviceledger.api.Refusal.Nature.UNKNOWN;

import java.time.Instant;
import java.time.LocalTime;
import org.serviceledger.api.Refusal;
import org.serviceledger.api.Refuses;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.staff.StaffId;

/** Reasons for refusing a command on one day of a member of staff. */
public sealed interface StaffDayRefusal extends Refusal {

    @Refuses(nature = ALREADY, rule = "staff-day/rostered-once")
    record AlreadyRostered(StaffDayId staffDayId) implements StaffDayRefusal {}

    @Refuses(nature = OUT_OF_ORDER, rule = "staff-day/rostered-first")
    record NotRostered(StaffDayId staffDayId) implements StaffDayRefusal {}

    @Refuses(nature = ALREADY, rule = "staff-day/one-check-in-a-shift")
    record AlreadyCheckedIn(StaffDayId staffDayId) implements StaffDayRefusal {}

    @Refuses(nature = OUT_OF_ORDER, rule = "staff-day/in-before-out")
    record NotCheckedIn(StaffDayId staffDayId) implements StaffDayRefusal {}

    @Refuses(nature = OUT_OF_ORDER, rule = "staff-day/shifts")
    record NoShiftLeft(StaffDayId staffDayId, Instant at) implements StaffDayRefusal {}

    @Refuses(nature = BREAKS_RULE, rule = "staff-day/one-day")
    record AnotherDay(StaffDayId staffDayId, Instant at) implements StaffDayRefusal {}

    @Refuses(nature = OUT_OF_ORDER, rule = "staff-day/in-order")
    record BeforeThePrevious(StaffDayId staffDayId, Instant at, Instant previous) implements StaffDayRefusal {}

    @Refuses(nature = BREAKS_RULE, rule = "补假条无效")
    record LeaveAfterwards(StaffDayId staffDayId) implements StaffDayRefusal {}

    @Refuses(nature = BREAKS_RULE, rule = "staff-day/from-before-to")
    record EndsBeforeItBegins(LocalTime from, LocalTime to) implements StaffDayRefusal {}

    @Refuses(nature = BREAKS_RULE, rule = "AB角工作制")
    record HandedToOneself(StaffDayId staffDayId) implements StaffDayRefusal {}

    @Refuses(nature = UNKNOWN, rule = "staff/registered-first")
    record NoSuchStaff(StaffId staffId) implements StaffDayRefusal {

        public NoSuchStaff(StaffDayId staffDayId) {
            this(staffDayId.staff());
        }
    }

    @Refuses(nature = OUT_OF_ORDER, rule = "organization/service-hours")
    record NoServiceHours(OrganizationId organization) implements StaffDayRefusal {}
}

package org.serviceledger.api.staffday;

import java.time.Instant;
import java.time.LocalTime;
import org.serviceledger.api.Refusal;
import org.serviceledger.api.organization.OrganizationId;

/** Why a command on one day of a member of staff was refused. */
public sealed interface StaffDayRefusal extends Refusal {

    record AlreadyRostered(StaffDayId staffDayId) implements StaffDayRefusal {

        @Override
        public Nature nature() {
            return Nature.ALREADY;
        }

        @Override
        public String rule() {
            return "staff-day/rostered-once";
        }

        @Override
        public String detail() {
            return "%s is on the rota already (已排班)".formatted(staffDayId);
        }
    }

    record NotRostered(StaffDayId staffDayId) implements StaffDayRefusal {

        @Override
        public Nature nature() {
            return Nature.OUT_OF_ORDER;
        }

        @Override
        public String rule() {
            return "staff-day/rostered-first";
        }

        @Override
        public String detail() {
            return "%s is not on the rota (未排班)".formatted(staffDayId);
        }
    }

    record AlreadyCheckedIn(StaffDayId staffDayId) implements StaffDayRefusal {

        @Override
        public Nature nature() {
            return Nature.ALREADY;
        }

        @Override
        public String rule() {
            return "staff-day/one-check-in-a-shift";
        }

        @Override
        public String detail() {
            return "%s has checked in and not out again (已签到)".formatted(staffDayId);
        }
    }

    record NotCheckedIn(StaffDayId staffDayId) implements StaffDayRefusal {

        @Override
        public Nature nature() {
            return Nature.OUT_OF_ORDER;
        }

        @Override
        public String rule() {
            return "staff-day/in-before-out";
        }

        @Override
        public String detail() {
            return "%s has not checked in (未签到)".formatted(staffDayId);
        }
    }

    record NoShiftLeft(StaffDayId staffDayId, Instant at) implements StaffDayRefusal {

        @Override
        public Nature nature() {
            return Nature.OUT_OF_ORDER;
        }

        @Override
        public String rule() {
            return "staff-day/shifts";
        }

        @Override
        public String detail() {
            return "no shift of %1$s is left at %2$s (%2$s 已无可签到班次)".formatted(staffDayId, at);
        }
    }

    record AnotherDay(StaffDayId staffDayId, Instant at) implements StaffDayRefusal {

        @Override
        public Nature nature() {
            return Nature.BREAKS_RULE;
        }

        @Override
        public String rule() {
            return "staff-day/one-day";
        }

        @Override
        public String detail() {
            return "%1$s is not on the day of %2$s (时间 %1$s 不在当天)".formatted(at, staffDayId);
        }
    }

    record BeforeThePrevious(StaffDayId staffDayId, Instant at, Instant previous) implements StaffDayRefusal {

        @Override
        public Nature nature() {
            return Nature.OUT_OF_ORDER;
        }

        @Override
        public String rule() {
            return "staff-day/in-order";
        }

        @Override
        public String detail() {
            return "%1$s is before what happened at %2$s (时间 %1$s 早于上一动作 %2$s)".formatted(at, previous);
        }
    }

    record LeaveAfterwards(StaffDayId staffDayId) implements StaffDayRefusal {

        @Override
        public Nature nature() {
            return Nature.BREAKS_RULE;
        }

        @Override
        public String rule() {
            return "补假条无效";
        }

        @Override
        public String detail() {
            return "leave cannot be granted after the day began to be missed: %s (补假无效)".formatted(staffDayId);
        }
    }

    record EndsBeforeItBegins(LocalTime from, LocalTime to) implements StaffDayRefusal {

        @Override
        public Nature nature() {
            return Nature.BREAKS_RULE;
        }

        @Override
        public String rule() {
            return "staff-day/from-before-to";
        }

        @Override
        public String detail() {
            return "%1$s is not before %2$s (起 %1$s 须早于止 %2$s)".formatted(from, to);
        }
    }

    record HandedToOneself(StaffDayId staffDayId) implements StaffDayRefusal {

        @Override
        public Nature nature() {
            return Nature.BREAKS_RULE;
        }

        @Override
        public String rule() {
            return "AB角工作制";
        }

        @Override
        public String detail() {
            return "A hands over to somebody else (不能交接给本人)";
        }
    }

    record NoSuchStaff(StaffDayId staffDayId) implements StaffDayRefusal {

        @Override
        public Nature nature() {
            return Nature.UNKNOWN;
        }

        @Override
        public String rule() {
            return "staff/registered-first";
        }

        @Override
        public String detail() {
            return "there is no member of staff %s in service (人员不存在或已调离)".formatted(staffDayId.staff());
        }
    }

    record NoServiceHours(OrganizationId organization) implements StaffDayRefusal {

        @Override
        public Nature nature() {
            return Nature.OUT_OF_ORDER;
        }

        @Override
        public String rule() {
            return "organization/service-hours";
        }

        @Override
        public String detail() {
            return "%s has not set its service hours (未设定服务时间)".formatted(organization);
        }
    }
}

package org.serviceledger.api.staff;

import org.serviceledger.api.Refusal;
import org.serviceledger.api.window.WindowId;

/** Why a command on a member of staff was refused. */
public sealed interface StaffRefusal extends Refusal {

    record AlreadyRegistered(StaffId staffId) implements StaffRefusal {

        @Override
        public Nature nature() {
            return Nature.ALREADY;
        }

        @Override
        public String rule() {
            return "staff/registered-once";
        }

        @Override
        public String detail() {
            return "%s has been registered already (人员已登记)".formatted(staffId);
        }
    }

    record NotRegistered(StaffId staffId) implements StaffRefusal {

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
            return "there is no member of staff %s (人员不存在)".formatted(staffId);
        }
    }

    record HasLeft(StaffId staffId) implements StaffRefusal {

        @Override
        public Nature nature() {
            return Nature.OUT_OF_ORDER;
        }

        @Override
        public String rule() {
            return "staff/in-service";
        }

        @Override
        public String detail() {
            return "%s has left (人员已调离)".formatted(staffId);
        }
    }

    record WindowOfAnotherHall(StaffId staffId, WindowId window) implements StaffRefusal {

        @Override
        public Nature nature() {
            return Nature.BREAKS_RULE;
        }

        @Override
        public String rule() {
            return "staff/own-hall";
        }

        @Override
        public String detail() {
            return "%s does not belong to the hall of %s (窗口不属本机构)".formatted(window, staffId);
        }
    }

    record OwnPartner(StaffId staffId) implements StaffRefusal {

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
            return "A and B are two persons: %s cannot be both (AB角不能为同一人)".formatted(staffId);
        }
    }
}

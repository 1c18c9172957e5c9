package org.serviceledger.api.organization;

import org.serviceledger.api.Refusal;

/** Why an organisation command was refused. */
public sealed interface OrganizationRefusal extends Refusal {

    record AlreadyEstablished(OrganizationId organizationId) implements OrganizationRefusal {

        @Override
        public Nature nature() {
            return Nature.ALREADY;
        }

        @Override
        public String rule() {
            return "organization/established-once";
        }

        @Override
        public String detail() {
            return "%s has been established already (机构已设立)".formatted(organizationId);
        }
    }

    record NotEstablished(OrganizationId organizationId) implements OrganizationRefusal {

        @Override
        public Nature nature() {
            return Nature.UNKNOWN;
        }

        @Override
        public String rule() {
            return "organization/established-first";
        }

        @Override
        public String detail() {
            return "there is no organisation %s (机构不存在)".formatted(organizationId);
        }
    }

    record ParentNotAbove(OrganizationId organizationId, OrganizationId parent) implements OrganizationRefusal {

        @Override
        public Nature nature() {
            return Nature.BREAKS_RULE;
        }

        @Override
        public String rule() {
            return "organization/code-prefix";
        }

        @Override
        public String detail() {
            return "the code of %s does not begin with that of its parent %s (上级机构代码不符)"
                    .formatted(organizationId, parent);
        }
    }

    record KindDoesNotFitCode(OrganizationId organizationId, OrganizationKind kind) implements OrganizationRefusal {

        @Override
        public Nature nature() {
            return Nature.BREAKS_RULE;
        }

        @Override
        public String rule() {
            return "统计用区划代码";
        }

        @Override
        public String detail() {
            return "%s cannot be a %s: a county has 6 digits, a town or zone 9, a village 12"
                    .formatted(organizationId, kind.term());
        }
    }

    record ShiftsOverlap(Shift earlier, Shift later) implements OrganizationRefusal {

        @Override
        public Nature nature() {
            return Nature.BREAKS_RULE;
        }

        @Override
        public String rule() {
            return "organization/shifts-in-order";
        }

        @Override
        public String detail() {
            return "shift %s begins before %s has ended (班次重叠)".formatted(later.name(), earlier.name());
        }
    }

    record NoShifts(OrganizationId organizationId) implements OrganizationRefusal {

        @Override
        public Nature nature() {
            return Nature.BREAKS_RULE;
        }

        @Override
        public String rule() {
            return "organization/service-hours";
        }

        @Override
        public String detail() {
            return "service hours of %s need at least one shift".formatted(organizationId);
        }
    }
}

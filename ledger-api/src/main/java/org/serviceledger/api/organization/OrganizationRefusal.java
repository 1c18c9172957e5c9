package org.serviceledger.api.organization;

import static org.serviceledger.api.Refusal.Nature.ALREADY;
import static org.serviceledger.api.Refusal.Nature.BREAKS_RULE;
import static org.serviceledger.api.Refusal.Nature.UNKNOWN;

import org.serviceledger.api.Refusal;
import org.serviceledger.api.Refuses;

/** Reasons for refusing an organisation command. */
public sealed interface OrganizationRefusal extends Refusal {

    @Refuses(nature = ALREADY, rule = "organization/established-once")
    record AlreadyEstablished(OrganizationId organizationId) implements OrganizationRefusal {}

    @Refuses(nature = UNKNOWN, rule = "organization/established-first")
    record NotEstablished(OrganizationId organizationId) implements OrganizationRefusal {}

    @Refuses(nature = BREAKS_RULE, rule = "organization/code-prefix")
    record ParentNotAbove(OrganizationId organizationId, OrganizationId parent) implements OrganizationRefusal {}

    @Refuses(nature = BREAKS_RULE, rule = "统计用区划代码")
    record KindDoesNotFitCode(OrganizationId organizationId, OrganizationKind kind) implements OrganizationRefusal {}

    @Refuses(nature = BREAKS_RULE, rule = "organization/shifts-in-order")
    record ShiftsOverlap(Shift earlier, Shift later) implements OrganizationRefusal {}

    @Refuses(nature = BREAKS_RULE, rule = "organization/service-hours")
    record NoShifts(OrganizationId organizationId) implements OrganizationRefusal {}
}

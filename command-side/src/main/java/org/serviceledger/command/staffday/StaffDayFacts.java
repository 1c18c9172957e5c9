package org.serviceledger.command.staffday;

import java.util.Optional;
import org.serviceledger.command.organization.OrganizationFacts;
import org.serviceledger.command.staff.StaffRecord;

/** Who the day belongs to and the hall they work in, as their own streams say. */
record StaffDayFacts(Optional<StaffRecord> member, Optional<OrganizationFacts> hall) {}

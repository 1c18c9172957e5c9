package org.serviceledger.command.staffday;

import java.util.Optional;
import org.serviceledger.command.organization.OrganizationFacts;
import org.serviceledger.command.staff.StaffRecord;

/** Facts from other streams: the person and the hall in which they work. */
record StaffDayFacts(Optional<StaffRecord> member, Optional<OrganizationFacts> hall) {}

package org.serviceledger.command.staffday;

import java.util.Optional;
import org.serviceledger.command.organization.OrganizationFacts;
import org.serviceledger.command.staff.StaffRecord;

/**
 * Facts from other streams.
 *
 * @param member the person whose day it is
 * @param hall the hall in which they work
 * @param substitute the person to whom the day is handed over, if the command names one
 */
record StaffDayFacts(
        Optional<StaffRecord> member, Optional<OrganizationFacts> hall, Optional<StaffRecord> substitute) {}

package org.serviceledger.command.staff;

import org.serviceledger.command.window.WindowStanding;

/**
 * Facts from other streams that a staff command needs.
 *
 * @param hallIsThere whether the organisation has been established
 * @param partnerIsThere whether the command names a partner who has been registered
 */
record StaffFacts(boolean hallIsThere, WindowStanding window, boolean partnerIsThere) {

    static final StaffFacts NONE = new StaffFacts(false, WindowStanding.UNKNOWN, false);
}

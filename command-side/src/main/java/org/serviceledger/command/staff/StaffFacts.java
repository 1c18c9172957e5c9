package org.serviceledger.command.staff;

import org.serviceledger.command.window.WindowStanding;

/**
 * What other streams say of the things a command on a member of staff names.
 *
 * @param hallIsThere whether the organisation has been established
 * @param partnerIsThere whether the partner, if one is named, has been registered
 */
record StaffFacts(boolean hallIsThere, WindowStanding window, boolean partnerIsThere) {

    static final StaffFacts NONE = new StaffFacts(false, WindowStanding.UNKNOWN, false);
}

package org.serviceledger.command.cases;

import org.serviceledger.api.calendar.WorkingDayCalendar;
import org.serviceledger.command.item.ItemStanding;
import org.serviceledger.command.window.WindowStanding;

/**
 * What other streams say of what a command on a case names. The last three are asked when a case is applied for, and not
 * after: a running case keeps what it began with.
 *
 * @param hallIsThere whether the organisation has been established
 */
record CaseFacts(WorkingDayCalendar calendar, ItemStanding item, boolean hallIsThere, WindowStanding window) {

    /** For commands that name nothing outside the case. */
    static final CaseFacts NONE = of(WorkingDayCalendar.empty());

    static CaseFacts of(WorkingDayCalendar calendar) {
        return new CaseFacts(calendar, new ItemStanding.NoSuchItem(), false, WindowStanding.UNKNOWN);
    }
}

package org.serviceledger.command.cases;

import org.serviceledger.api.calendar.WorkingDayCalendar;
import org.serviceledger.command.item.ItemStanding;
import org.serviceledger.command.window.WindowStanding;

/**
 * Facts from other streams that a case command needs. Only an application reads the item, the hall and the window.
 * Later commands do not, because a running case keeps what it began with.
 *
 * @param hallIsThere whether the organisation has been established
 */
record CaseFacts(WorkingDayCalendar calendar, ItemStanding item, boolean hallIsThere, WindowStanding window) {

    /** For commands that refer to nothing outside the case. */
    static final CaseFacts NONE = of(WorkingDayCalendar.empty());

    static CaseFacts of(WorkingDayCalendar calendar) {
        return new CaseFacts(calendar, new ItemStanding.NoSuchItem(), false, WindowStanding.UNKNOWN);
    }
}

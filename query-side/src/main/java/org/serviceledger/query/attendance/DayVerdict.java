package org.serviceledger.query.attendance;

import org.serviceledger.words.Term;

/** The verdict on a day. If several apply, the first in this order is the verdict. */
public enum DayVerdict implements Term {
    ABSENT,
    LATE,
    EARLY,
    ON_LEAVE,
    PRESENT,
    UPCOMING,
    NOT_ROSTERED
}

package org.serviceledger.query.attendance;

import org.serviceledger.words.Term;

/** What a day comes to, the gravest first. */
public enum DayVerdict implements Term {
    ABSENT,
    LATE,
    EARLY,
    ON_LEAVE,
    PRESENT,
    UPCOMING,
    NOT_ROSTERED
}

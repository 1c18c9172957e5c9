package org.serviceledger.projection.act;

import org.serviceledger.words.Term;

/** A deviation of an act from the rules. Inspectors begin their work with these. */
public enum Deviation implements Term {
    LATE,
    PAST_LEGAL_LIMIT,
    NO_NOTICE_IN_TIME,
    STEP_RETURNED,
    LATE_CHECK_IN,
    EARLY_LEAVE,
    ABSENT_UNCOVERED,
    ABSENT_COVERED,
    NOT_AT_POST,
    DRESS_OR_BADGE,
    PAUSED_WITHOUT_SIGN,
    BAD_RATING,
    LATE_CONTACT,
    STILL_DISSATISFIED
}

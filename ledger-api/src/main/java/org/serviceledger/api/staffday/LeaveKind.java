package org.serviceledger.api.staffday;

import org.serviceledger.words.Term;

/** The reason for leave of a day or part of a day (请假类别). */
public enum LeaveKind implements Term {
    OFFICIAL,
    SICK,
    PERSONAL,
    ANNUAL,
    TRAINING
}

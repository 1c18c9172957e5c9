package org.serviceledger.api.staffday;

import org.serviceledger.words.Term;

/** Why somebody was excused for a day or part of it (请假类别). */
public enum LeaveKind implements Term {
    OFFICIAL,
    SICK,
    PERSONAL,
    ANNUAL,
    TRAINING
}

package org.serviceledger.api.windowday;

import org.serviceledger.words.Term;

/** Service outside regular hours. It never turns a day into a working day. */
public enum ExtraService implements Term {
    NOON,
    LATE,
    WEEKEND
}

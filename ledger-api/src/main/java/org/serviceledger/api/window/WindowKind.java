package org.serviceledger.api.window;

import org.serviceledger.words.Term;

/** The kinds of window in a hall (东政办发〔2020〕44号 二(五)). */
public enum WindowKind implements Term {
    LIVELIHOOD,
    CONSTRUCTION,
    MUNICIPAL,
    OTHER_COMPREHENSIVE,
    ALL_ROUND,
    SPECIALISED,
    AGENT,
    ADVICE,
    COMPLAINT
}

package org.serviceledger.query.performance;

import org.serviceledger.words.Term;

/** What makes a row of a performance report. */
public enum GroupBy implements Term {
    ORGANIZATION,
    ITEM,
    WINDOW,
    STAFF,
    DEPARTMENT,
    CATEGORY,
    DAY,
    WEEK,
    MONTH
}

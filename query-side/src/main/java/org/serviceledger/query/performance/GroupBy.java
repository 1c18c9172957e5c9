package org.serviceledger.query.performance;

import org.serviceledger.words.Term;

/** What a row of a performance report stands for. */
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

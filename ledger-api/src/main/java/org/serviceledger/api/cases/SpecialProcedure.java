package org.serviceledger.api.cases;

import org.serviceledger.words.Term;

/** What the law does not count into a time limit (行政许可法 45; 特别程序). */
public enum SpecialProcedure implements Term {
    HEARING,
    TENDER,
    AUCTION,
    INSPECTION,
    TESTING,
    QUARANTINE,
    APPRAISAL,
    EXPERT_REVIEW
}

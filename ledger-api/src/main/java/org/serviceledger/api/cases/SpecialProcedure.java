package org.serviceledger.api.cases;

import org.serviceledger.words.Term;

/** A procedure whose time the law does not count into a limit (特别程序, 行政许可法 45). */
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

package org.serviceledger.api.cases;

import org.serviceledger.words.Term;

/** The result of a case against its promised deadline. One second past the deadline is late. */
public enum Timeliness implements Term {
    EARLY,
    ON_TIME,
    LATE
}

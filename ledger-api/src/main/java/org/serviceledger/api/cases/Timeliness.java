package org.serviceledger.api.cases;

import org.serviceledger.words.Term;

/** Against the promised deadline; one second past it is late. */
public enum Timeliness implements Term {
    EARLY,
    ON_TIME,
    LATE
}

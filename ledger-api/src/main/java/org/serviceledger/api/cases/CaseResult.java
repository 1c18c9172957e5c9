package org.serviceledger.api.cases;

import org.serviceledger.words.Term;

/** The result of a case (办结结果). */
public enum CaseResult implements Term {
    GRANTED,
    DENIED,
    NOT_ACCEPTED,
    WITHDRAWN,
    TERMINATED
}

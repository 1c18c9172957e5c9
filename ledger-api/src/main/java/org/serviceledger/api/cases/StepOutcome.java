package org.serviceledger.api.cases;

import org.serviceledger.words.Term;

/** The outcome of a step (业务动作, GB/T 39046 T7). */
public enum StepOutcome implements Term {
    PASSED,
    RETURNED,
    OTHER
}

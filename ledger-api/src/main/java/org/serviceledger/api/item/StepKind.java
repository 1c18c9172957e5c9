package org.serviceledger.api.item;

import org.serviceledger.words.Term;

/** The stations between acceptance and decision, each a link of the chain of responsibility. */
public enum StepKind implements Term {
    HANDLE,
    REVIEW,
    APPROVE
}

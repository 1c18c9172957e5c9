package org.serviceledger.api.item;

import org.serviceledger.words.Term;

/** The kind of a step between acceptance and decision. Each kind is a link of the chain of responsibility. */
public enum StepKind implements Term {
    HANDLE,
    REVIEW,
    APPROVE
}

package org.serviceledger.projection.cases;

import org.serviceledger.words.Term;

/** The stage of a case. */
public enum CaseStage implements Term {
    APPLIED(true),
    RECEIVED(true),
    SUPPLEMENTING(true),
    ACCEPTED(true),
    IN_PROGRESS(true),
    SPECIAL_PROCEDURE(true),
    SUSPENDED(true),
    DECIDED(true),
    FINISHED(false),
    DELIVERED(false),
    REFUSED(false),
    WITHDRAWN(false),
    TERMINATED(false);

    private final boolean open;

    CaseStage(boolean open) {
        this.open = open;
    }

    /** Returns whether anything remains to be done before the case is finished. */
    public boolean isOpen() {
        return open;
    }
}

package org.serviceledger.api.item;

/** The stations between acceptance and decision, each a link of the chain of responsibility. */
public enum StepKind {
    HANDLE("承办"),
    REVIEW("审核"),
    APPROVE("批准");

    private final String term;

    StepKind(String term) {
        this.term = term;
    }

    public String term() {
        return term;
    }
}

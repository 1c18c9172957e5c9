package org.serviceledger.api.cases;

/** How a step ended (业务动作, GB/T 39046 T7). */
public enum StepOutcome {
    PASSED("通过"),
    RETURNED("退回"),
    OTHER("其他");

    private final String term;

    StepOutcome(String term) {
        this.term = term;
    }

    public String term() {
        return term;
    }
}

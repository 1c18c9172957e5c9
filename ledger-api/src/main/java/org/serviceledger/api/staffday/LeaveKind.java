package org.serviceledger.api.staffday;

/** Why somebody was excused for a day or part of it (请假类别). */
public enum LeaveKind {
    OFFICIAL("公假"),
    SICK("病假"),
    PERSONAL("事假"),
    ANNUAL("年休假"),
    TRAINING("培训");

    private final String term;

    LeaveKind(String term) {
        this.term = term;
    }

    public String term() {
        return term;
    }
}

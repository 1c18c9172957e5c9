package org.serviceledger.api.cases;

/** Against the promised deadline; one second past it is late. */
public enum Timeliness {
    EARLY("提前"),
    ON_TIME("按时"),
    LATE("超期");

    private final String term;

    Timeliness(String term) {
        this.term = term;
    }

    public String term() {
        return term;
    }
}

package org.serviceledger.api.windowday;

/** Service outside regular hours; it serves people and never turns a day into a working day. */
public enum ExtraService {
    NOON("午间服务"),
    LATE("延时服务"),
    WEEKEND("双休日服务");

    private final String term;

    ExtraService(String term) {
        this.term = term;
    }

    public String term() {
        return term;
    }
}

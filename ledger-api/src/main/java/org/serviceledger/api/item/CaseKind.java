package org.serviceledger.api.item;

/** 办件类型 (GB/T 39046 A.6); vendors number these otherwise, so convert by name. */
public enum CaseKind {
    INSTANT("1", "即办件"),
    PROMISED("2", "承诺件"),
    OTHER("9", "其他");

    private final String code;
    private final String term;

    CaseKind(String code, String term) {
        this.code = code;
        this.term = term;
    }

    /** As the national standard numbers it. */
    public String code() {
        return code;
    }

    public String term() {
        return term;
    }
}

package org.serviceledger.api.item;

import org.serviceledger.words.Term;

/** 办件类型 (GB/T 39046 A.6); vendors number these otherwise, so convert by name. */
public enum CaseKind implements Term {
    INSTANT("1"),
    PROMISED("2"),
    OTHER("9");

    private final String code;

    CaseKind(String code) {
        this.code = code;
    }

    /** As the national standard numbers it. */
    public String code() {
        return code;
    }
}

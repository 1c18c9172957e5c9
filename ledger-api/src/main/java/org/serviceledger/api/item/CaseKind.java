package org.serviceledger.api.item;

import org.serviceledger.words.Term;

/** 办件类型 (GB/T 39046 A.6). Vendors use other numbers, so convert by name. */
public enum CaseKind implements Term {
    INSTANT("1"),
    PROMISED("2"),
    OTHER("9");

    private final String code;

    CaseKind(String code) {
        this.code = code;
    }

    /** Returns the code of the national standard. */
    public String code() {
        return code;
    }
}

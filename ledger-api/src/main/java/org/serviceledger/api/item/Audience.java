package org.serviceledger.api.item;

import org.serviceledger.words.Term;

/** 服务对象 (GB/T 39046 A.4). */
public enum Audience implements Term {
    NATURAL_PERSON("1"),
    ENTERPRISE("2"),
    INSTITUTION("3"),
    ASSOCIATION("4"),
    AUTHORITY("5"),
    OTHER("6");

    private final String code;

    Audience(String code) {
        this.code = code;
    }

    /** Returns the code of the national standard. */
    public String code() {
        return code;
    }
}

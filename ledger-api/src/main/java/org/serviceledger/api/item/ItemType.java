package org.serviceledger.api.item;

import org.serviceledger.words.Term;

/** 事项类型 (GB/T 39046 A.1). */
public enum ItemType implements Term {
    LICENCE("01"),
    PENALTY("02"),
    COERCION("03"),
    LEVY("04"),
    PAYMENT("05"),
    INSPECTION("06"),
    CONFIRMATION("07"),
    REWARD("08"),
    ADJUDICATION("09"),
    OTHER_POWER("10"),
    PUBLIC_SERVICE("20");

    private final String code;

    ItemType(String code) {
        this.code = code;
    }

    /** Returns the code of the national standard. */
    public String code() {
        return code;
    }
}

package org.serviceledger.api.item;

import org.serviceledger.words.Term;

/** 行使层级 (GB/T 39046 A.2). */
public enum ExerciseLevel implements Term {
    NATIONAL("1"),
    PROVINCIAL("2"),
    CITY("3"),
    COUNTY("4"),
    TOWN("5"),
    VILLAGE("6"),
    GRADED("7");

    private final String code;

    ExerciseLevel(String code) {
        this.code = code;
    }

    /** Returns the code of the national standard. */
    public String code() {
        return code;
    }
}

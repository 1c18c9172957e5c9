package org.serviceledger.api.item;

/** 行使层级 (GB/T 39046 A.2). */
public enum ExerciseLevel {
    NATIONAL("1", "国家级"),
    PROVINCIAL("2", "省级"),
    CITY("3", "市级"),
    COUNTY("4", "县级"),
    TOWN("5", "镇（乡、街道）级"),
    VILLAGE("6", "村（社区）级"),
    GRADED("7", "分级管理");

    private final String code;
    private final String term;

    ExerciseLevel(String code, String term) {
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

package org.serviceledger.api.item;

/** 服务对象 (GB/T 39046 A.4). */
public enum Audience {
    NATURAL_PERSON("1", "自然人"),
    ENTERPRISE("2", "企业法人"),
    INSTITUTION("3", "事业法人"),
    ASSOCIATION("4", "社会组织法人"),
    AUTHORITY("5", "行政机关"),
    OTHER("6", "其他组织");

    private final String code;
    private final String term;

    Audience(String code, String term) {
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

package org.serviceledger.api.item;

/** 事项类型 (GB/T 39046 A.1). */
public enum ItemType {
    LICENCE("01", "行政许可"),
    PENALTY("02", "行政处罚"),
    COERCION("03", "行政强制"),
    LEVY("04", "行政征收"),
    PAYMENT("05", "行政给付"),
    INSPECTION("06", "行政检查"),
    CONFIRMATION("07", "行政确认"),
    REWARD("08", "行政奖励"),
    ADJUDICATION("09", "行政裁决"),
    OTHER_POWER("10", "其他类别事项"),
    PUBLIC_SERVICE("20", "公共服务事项");

    private final String code;
    private final String term;

    ItemType(String code, String term) {
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

package org.serviceledger.query.performance;

/** What makes a row of a performance report. */
public enum GroupBy {
    ORGANIZATION("机构"),
    ITEM("事项"),
    WINDOW("窗口"),
    STAFF("经办人"),
    DEPARTMENT("部门"),
    CATEGORY("类别"),
    DAY("日"),
    WEEK("周"),
    MONTH("月");

    private final String term;

    GroupBy(String term) {
        this.term = term;
    }

    public String term() {
        return term;
    }
}

package org.serviceledger.api.organization;

/** The posts a chain of responsibility ends in (东政办发〔2020〕44号 三(一): 一把手亲自抓, 分管领导具体抓). */
public enum LeaderPost {
    CHIEF("主要负责人"),
    DEPUTY("分管领导"),
    WINDOW_LEAD("窗口负责人");

    private final String term;

    LeaderPost(String term) {
        this.term = term;
    }

    public String term() {
        return term;
    }
}

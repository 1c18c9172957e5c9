package org.serviceledger.api.cases;

/** How a case ended (办结结果). */
public enum CaseResult {
    GRANTED("准予"),
    DENIED("不予"),
    NOT_ACCEPTED("不予受理"),
    WITHDRAWN("撤回申请"),
    TERMINATED("异常终止");

    private final String term;

    CaseResult(String term) {
        this.term = term;
    }

    public String term() {
        return term;
    }
}

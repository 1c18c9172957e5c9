package org.serviceledger.projection.act;

/** What about an act is not as it should be; an inspector starts from these. */
public enum Deviation {
    LATE("超过承诺时限"),
    PAST_LEGAL_LIMIT("超过法定时限"),
    NO_NOTICE_IN_TIME("逾期未告知"),
    STEP_RETURNED("环节退回"),
    LATE_CHECK_IN("迟到"),
    EARLY_LEAVE("早退"),
    ABSENT_UNCOVERED("缺岗无人顶岗"),
    ABSENT_COVERED("缺岗由B角顶岗"),
    NOT_AT_POST("检查不在岗"),
    DRESS_OR_BADGE("未按规定着装或佩戴工牌"),
    PAUSED_WITHOUT_SIGN("暂停服务未示牌"),
    BAD_RATING("差评"),
    LATE_CONTACT("差评核实超时"),
    STILL_DISSATISFIED("回访仍不满意");

    private final String term;

    Deviation(String term) {
        this.term = term;
    }

    public String term() {
        return term;
    }
}

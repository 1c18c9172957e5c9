package org.serviceledger.api.cases;

/** What the law does not count into a time limit (行政许可法 45; 特别程序). */
public enum SpecialProcedure {
    HEARING("听证"),
    TENDER("招标"),
    AUCTION("拍卖"),
    INSPECTION("检验"),
    TESTING("检测"),
    QUARANTINE("检疫"),
    APPRAISAL("鉴定"),
    EXPERT_REVIEW("专家评审");

    private final String term;

    SpecialProcedure(String term) {
        this.term = term;
    }

    public String term() {
        return term;
    }
}

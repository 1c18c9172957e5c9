package org.serviceledger.api.item;

/** The five classes of items a town hall must take in (东政办发〔2020〕44号 二(三)). */
public enum ServiceCategory {
    SOCIAL_MANAGEMENT("社会管理"),
    PUBLIC_SERVICE("公共服务"),
    PRODUCTION("生产服务"),
    SOCIAL_AFFAIRS("社会事务"),
    LIVING("生活服务");

    private final String term;

    ServiceCategory(String term) {
        this.term = term;
    }

    public String term() {
        return term;
    }
}

package org.serviceledger.api.item;

/** 办理形式, the way an application came (GB/T 39046 A.5). */
public enum Channel {
    WINDOW("1", "窗口"),
    WEB("2", "电脑端"),
    MOBILE("3", "移动端"),
    POST("4", "快递"),
    OTHER("9", "其他");

    private final String code;
    private final String term;

    Channel(String code, String term) {
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

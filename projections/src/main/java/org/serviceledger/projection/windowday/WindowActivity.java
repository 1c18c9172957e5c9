package org.serviceledger.projection.windowday;

/** What a window does at this moment. */
public enum WindowActivity {
    OPEN("开放"),
    PAUSED("暂停服务"),
    CLOSED("关闭");

    private final String term;

    WindowActivity(String term) {
        this.term = term;
    }

    public String term() {
        return term;
    }
}

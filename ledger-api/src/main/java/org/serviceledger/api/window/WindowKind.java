package org.serviceledger.api.window;

/** The kinds of window a hall sets up (东政办发〔2020〕44号 二(五)). */
public enum WindowKind {
    LIVELIHOOD("民生综合窗口"),
    CONSTRUCTION("建设综合窗口"),
    MUNICIPAL("市政公共服务综合窗口"),
    OTHER_COMPREHENSIVE("其他事项综合窗口"),
    ALL_ROUND("全科综合窗口"),
    SPECIALISED("专业窗口"),
    AGENT("代办窗口"),
    ADVICE("咨询窗口"),
    COMPLAINT("投诉受理窗口");

    private final String term;

    WindowKind(String term) {
        this.term = term;
    }

    public String term() {
        return term;
    }
}

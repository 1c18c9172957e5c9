package org.serviceledger.api.evaluation;

/** How a rating came in (评价渠道, GB/T 39046 table 9). */
public enum RatingChannel {
    WEB("PC端"),
    MOBILE("移动服务端"),
    QR_CODE("二维码"),
    HALL_TABLET("政务大厅平板电脑"),
    HALL_OTHER("政务大厅其他终端"),
    PHONE("电话"),
    SMS("短信");

    private final String term;

    RatingChannel(String term) {
        this.term = term;
    }

    public String term() {
        return term;
    }
}

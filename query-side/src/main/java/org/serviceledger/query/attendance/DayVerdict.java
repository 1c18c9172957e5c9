package org.serviceledger.query.attendance;

/** What a day comes to, the gravest first. */
public enum DayVerdict {
    ABSENT("缺勤"),
    LATE("迟到"),
    EARLY("早退"),
    ON_LEAVE("请假"),
    PRESENT("在岗"),
    UPCOMING("未到班次"),
    NOT_ROSTERED("未排班");

    private final String term;

    DayVerdict(String term) {
        this.term = term;
    }

    public String term() {
        return term;
    }
}

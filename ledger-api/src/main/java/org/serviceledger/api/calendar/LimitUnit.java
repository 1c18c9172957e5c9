package org.serviceledger.api.calendar;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a time limit is counted in; always stored beside the number, never assumed. */
public enum LimitUnit {
    WORKING_DAY("working-day", "工作日"),
    CALENDAR_DAY("calendar-day", "自然日"),
    HOUR("hour", "小时");

    private final String code;
    private final String term;

    LimitUnit(String code, String term) {
        this.code = code;
        this.term = term;
    }

    @JsonValue
    public String code() {
        return code;
    }

    public String term() {
        return term;
    }
}

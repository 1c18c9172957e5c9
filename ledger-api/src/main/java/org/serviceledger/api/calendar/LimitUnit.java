package org.serviceledger.api.calendar;

import com.fasterxml.jackson.annotation.JsonValue;
import org.serviceledger.words.Term;

/** The unit of a time limit. It is always stored with the number and never assumed. */
public enum LimitUnit implements Term {
    WORKING_DAY("working-day"),
    CALENDAR_DAY("calendar-day"),
    HOUR("hour");

    private final String code;

    LimitUnit(String code) {
        this.code = code;
    }

    @JsonValue
    public String code() {
        return code;
    }
}

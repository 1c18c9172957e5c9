package org.serviceledger.api.calendar;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import org.serviceledger.api.Malformed;
import org.serviceledger.words.Message;

/** Identifies a working-day calendar (工作日历). */
public record CalendarId(@JsonValue String value) {

    private static final String PREFIX = "calendar-";
    private static final Pattern FORM = Pattern.compile(PREFIX + "[a-z]{2,20}");

    @JsonCreator
    public CalendarId {
        if (!FORM.matcher(value).matches()) {
            throw new Malformed(Message.of("fault.id.calendar", "value", value));
        }
    }

    /** The calendar of the State Council notices (国办放假通知). */
    public static final CalendarId CHINA = new CalendarId("calendar-cn");

    @Override
    public String toString() {
        return value;
    }
}

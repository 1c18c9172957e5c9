package org.serviceledger.api.windowday;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.serviceledger.api.Malformed;
import org.serviceledger.api.window.WindowId;
import org.serviceledger.words.Message;

/** Identifies one day of one window (窗口当日记录). Its stream begins and ends with the day. */
public record WindowDayId(@JsonValue String value) {

    private static final String PREFIX = "windowday-";
    private static final Pattern FORM = Pattern.compile(PREFIX + "(\\d{6}|\\d{9}|\\d{12})-\\d{2}-\\d{4}-\\d{2}-\\d{2}");

    @JsonCreator
    public WindowDayId {
        if (!FORM.matcher(value).matches()) {
            throw new Malformed(Message.of("fault.id.window-day", "value", value));
        }
    }

    public static WindowDayId of(WindowId window, LocalDate date) {
        return new WindowDayId(PREFIX + window.value().substring("window-".length()) + "-" + date);
    }

    public WindowId window() {
        return new WindowId("window-" + value.substring(PREFIX.length(), value.length() - 11));
    }

    public LocalDate date() {
        return LocalDate.parse(value.substring(value.length() - 10));
    }

    @Override
    public String toString() {
        return value;
    }
}

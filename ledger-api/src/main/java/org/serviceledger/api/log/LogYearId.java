package org.serviceledger.api.log;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.serviceledger.api.Malformed;
import org.serviceledger.words.Message;

/** Identifies a year of the transparency log (透明日志), by days in China's time zone. */
public record LogYearId(@JsonValue String value) {

    private static final String PREFIX = "log-";
    private static final Pattern FORM = Pattern.compile(PREFIX + "[0-9]{4}");

    @JsonCreator
    public LogYearId {
        if (!FORM.matcher(value).matches()) {
            throw new Malformed(Message.of("fault.id.log-year", "value", value));
        }
    }

    public static LogYearId of(LocalDate day) {
        return new LogYearId(PREFIX + "%04d".formatted(day.getYear()));
    }

    @Override
    public String toString() {
        return value;
    }
}

package org.serviceledger.api.staffday;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.serviceledger.api.Malformed;
import org.serviceledger.api.staff.StaffId;
import org.serviceledger.words.Message;

/** Identifies one day of one member of staff (人员当日考勤): check-ins, leave and handovers. */
public record StaffDayId(@JsonValue String value) {

    private static final String PREFIX = "staffday-";
    private static final Pattern FORM = Pattern.compile(PREFIX + "[0-9A-Za-z][0-9A-Za-z-]{0,39}-\\d{4}-\\d{2}-\\d{2}");

    @JsonCreator
    public StaffDayId {
        if (!FORM.matcher(value).matches()) {
            throw new Malformed(Message.of("fault.id.staff-day", "value", value));
        }
    }

    public static StaffDayId of(StaffId staff, LocalDate date) {
        return new StaffDayId(PREFIX + staff.number() + "-" + date);
    }

    public StaffId staff() {
        return StaffId.ofNumber(value.substring(PREFIX.length(), value.length() - 11));
    }

    public LocalDate date() {
        return LocalDate.parse(value.substring(value.length() - 10));
    }

    @Override
    public String toString() {
        return value;
    }
}

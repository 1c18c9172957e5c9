package org.serviceledger.api.staff;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import org.serviceledger.api.Malformed;
import org.serviceledger.words.Message;

/** Identifies a member of staff (工作人员) by staff number (工号). */
public record StaffId(@JsonValue String value) {

    private static final String PREFIX = "staff-";

    private static final Pattern FORM = Pattern.compile(PREFIX + "[0-9A-Za-z][0-9A-Za-z-]{0,39}");

    @JsonCreator
    public StaffId {
        if (!FORM.matcher(value).matches()) {
            throw new Malformed(Message.of("fault.id.staff", "value", value));
        }
    }

    /** Returns the id that a text gives whole or without its prefix. */
    public static StaffId named(String text) {
        return text.startsWith(PREFIX) ? new StaffId(text) : ofNumber(text);
    }

    public static StaffId ofNumber(String number) {
        return new StaffId(PREFIX + number);
    }

    public String number() {
        return value.substring(PREFIX.length());
    }

    @Override
    public String toString() {
        return value;
    }
}

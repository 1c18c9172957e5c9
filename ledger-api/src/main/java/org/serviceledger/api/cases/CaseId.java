package org.serviceledger.api.cases;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import org.serviceledger.api.Malformed;
import org.serviceledger.words.Message;

/** Identifies a case (办件) by its number (办件编号), at most 50 characters. */
public record CaseId(@JsonValue String value) {

    private static final String PREFIX = "case-";
    private static final Pattern FORM = Pattern.compile(PREFIX + "[0-9A-Za-z][0-9A-Za-z._-]{0,49}");

    @JsonCreator
    public CaseId {
        if (!FORM.matcher(value).matches()) {
            throw new Malformed(Message.of("fault.id.case", "value", value));
        }
    }

    public static CaseId ofNumber(String number) {
        return new CaseId(PREFIX + number);
    }

    public String number() {
        return value.substring(PREFIX.length());
    }

    @Override
    public String toString() {
        return value;
    }
}

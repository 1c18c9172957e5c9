package org.serviceledger.api.window;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import org.serviceledger.api.Malformed;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.words.Message;

/** Identifies a window (窗口) by the code of its organisation and its two-digit number in the hall. */
public record WindowId(@JsonValue String value) {

    private static final String PREFIX = "window-";
    private static final Pattern FORM = Pattern.compile(PREFIX + "(\\d{6}|\\d{9}|\\d{12})-\\d{2}");

    @JsonCreator
    public WindowId {
        if (!FORM.matcher(value).matches()) {
            throw new Malformed(Message.of("fault.id.window", "value", value));
        }
    }

    public static WindowId of(OrganizationId organization, int number) {
        return new WindowId("%s%s-%02d".formatted(PREFIX, organization.code(), number));
    }

    public OrganizationId organization() {
        return OrganizationId.ofCode(value.substring(PREFIX.length(), value.lastIndexOf('-')));
    }

    @Override
    public String toString() {
        return value;
    }
}

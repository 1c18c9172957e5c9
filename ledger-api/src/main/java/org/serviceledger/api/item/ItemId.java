package org.serviceledger.api.item;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import org.serviceledger.api.Malformed;
import org.serviceledger.words.Message;

/**
 * Identifies a service item (事项) by its implementation code (实施编码). New lists use 31 characters, older lists other
 * lengths; at most 36 are accepted.
 */
public record ItemId(@JsonValue String value) {

    private static final String PREFIX = "item-";
    private static final Pattern FORM = Pattern.compile(PREFIX + "[0-9A-Za-z]{1,36}");

    @JsonCreator
    public ItemId {
        if (!FORM.matcher(value).matches()) {
            throw new Malformed(Message.of("fault.id.item", "value", value));
        }
    }

    public static ItemId ofCode(String code) {
        return new ItemId(PREFIX + code);
    }

    public String code() {
        return value.substring(PREFIX.length());
    }

    @Override
    public String toString() {
        return value;
    }
}

package org.serviceledger.api.organization;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.serviceledger.api.Malformed;
import org.serviceledger.words.Message;

/**
 * Identifies an organisation (机构) by its administrative code: 6 digits for a county, 9 for a town or zone, 12 for a
 * village.
 */
public record OrganizationId(@JsonValue String value) {

    private static final String PREFIX = "org-";
    private static final Pattern FORM = Pattern.compile(PREFIX + "(\\d{6}|\\d{9}|\\d{12})");

    @JsonCreator
    public OrganizationId {
        if (!FORM.matcher(value).matches()) {
            throw new Malformed(Message.of("fault.id.organization", "value", value));
        }
    }

    public static OrganizationId ofCode(String code) {
        return new OrganizationId(PREFIX + code);
    }

    public String code() {
        return value.substring(PREFIX.length());
    }

    /**
     * Returns the codes of this organisation and of all organisations above it, from the county down. Every document is
     * filtered by this subtree key.
     */
    public List<String> path() {
        return Stream.of(6, 9, 12)
                .filter(length -> length <= code().length())
                .map(length -> code().substring(0, length))
                .toList();
    }

    @Override
    public String toString() {
        return value;
    }
}

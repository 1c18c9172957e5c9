package org.serviceledger.api.imports;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import org.serviceledger.api.Malformed;
import org.serviceledger.words.Message;

/** Identifies an imported file by the SHA-256 digest of its bytes. */
public record ImportId(@JsonValue String value) {

    private static final String PREFIX = "import-";
    private static final Pattern FORM = Pattern.compile(PREFIX + "[0-9a-f]{64}");

    @JsonCreator
    public ImportId {
        if (!FORM.matcher(value).matches()) {
            throw new Malformed(Message.of("fault.id.import", "value", value));
        }
    }

    public static ImportId ofDigest(String sha256Hex) {
        return new ImportId(PREFIX + sha256Hex);
    }

    /** Returns the id that a text gives whole or without its prefix. */
    public static ImportId named(String text) {
        return new ImportId(text.startsWith(PREFIX) ? text : PREFIX + text);
    }

    @Override
    public String toString() {
        return value;
    }
}

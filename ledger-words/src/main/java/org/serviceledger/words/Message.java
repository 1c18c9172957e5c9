package org.serviceledger.words;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message that is not rendered yet: its key in the bundles and its arguments by name.
 *
 * @param arguments {@link Words} defines how each kind of value is formatted
 */
public record Message(String key, Map<String, @Nullable Object> arguments) {

    /**
     * Returns a message with named arguments.
     *
     * @param namesAndValues alternating names and values: name, value, name, value, …
     * @throws IllegalArgumentException if the last name has no value
     */
    public static Message of(String key, @Nullable Object... namesAndValues) {
        return new Message(key, named(namesAndValues));
    }

    /**
     * Returns the message of a record. The key is the record's simple name; for a nested record, the simple name of the
     * enclosing type and a dot come first. The record's components are the arguments.
     */
    public static Message of(Record data) {
        return new Message(MessageKeys.of(data.getClass()), MessageKeys.components(data));
    }

    /** Renders the message in the {@linkplain Language#current() current language}. */
    public String said() {
        return in(Language.current());
    }

    public String in(Language language) {
        return Words.in(language).say(this);
    }

    @Override
    public String toString() {
        return said();
    }

    private static Map<String, @Nullable Object> named(@Nullable Object... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException("an argument without a value");
        }
        if (namesAndValues.length == 0) {
            return Map.of();
        }
        var arguments = new LinkedHashMap<String, @Nullable Object>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            arguments.put(String.valueOf(namesAndValues[at]), namesAndValues[at + 1]);
        }
        return arguments;
    }
}

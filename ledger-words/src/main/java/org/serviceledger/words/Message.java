package org.serviceledger.words;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A sentence that is yet to be said: its key in the bundles and its arguments by name.
 *
 * @param arguments see {@link Words} for how each kind of value is written
 */
public record Message(String key, Map<String, @Nullable Object> arguments) {

    /**
     * A sentence with arguments.
     *
     * @param namesAndValues name, value, name, value, …
     */
    public static Message of(String key, @Nullable Object... namesAndValues) {
        return new Message(key, named(namesAndValues));
    }

    /**
     * The sentence of a record: its key is the record's name, after the name of the type it is nested in and a dot, and its
     * arguments are the record's components.
     */
    public static Message of(Record data) {
        return new Message(MessageKeys.of(data.getClass()), MessageKeys.components(data));
    }

    /** In the language that is being spoken. */
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
        var arguments = new LinkedHashMap<String, @Nullable Object>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            arguments.put(String.valueOf(namesAndValues[at]), namesAndValues[at + 1]);
        }
        return arguments;
    }
}

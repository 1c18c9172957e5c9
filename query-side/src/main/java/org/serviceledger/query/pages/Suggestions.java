package org.serviceledger.query.pages;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the forms of a record begin with, so that nobody types what is known. */
final class Suggestions {

    private final Map<String, List<String>> values = new HashMap<>();
    private final Map<String, List<String>> choices = new HashMap<>();
    private final Map<String, Long> most = new HashMap<>();

    /** Suggests a value, or the lines of a list. */
    Suggestions value(String act, String field, List<String> suggested) {
        values.put(key(act, field), suggested);
        return this;
    }

    Suggestions value(String act, String field, String suggested) {
        return value(act, field, List.of(suggested));
    }

    /** Restricts a text or a choice to these values. */
    Suggestions choices(String act, String field, List<String> texts) {
        choices.put(key(act, field), texts);
        return this;
    }

    /** Lowers the greatest number that the form accepts. */
    Suggestions most(String act, String field, long number) {
        most.put(key(act, field), number);
        return this;
    }

    @Nullable Long most(String act, String field) {
        return most.get(key(act, field));
    }

    List<String> values(String act, String field) {
        return values.getOrDefault(key(act, field), List.of());
    }

    List<String> choices(String act, String field) {
        return choices.getOrDefault(key(act, field), List.of());
    }

    private static String key(String act, String field) {
        return act + "/" + field;
    }
}

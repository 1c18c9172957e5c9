package org.serviceledger.api.act;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.serviceledger.api.Malformed;
import org.serviceledger.words.Message;

/**
 * Where the API finds the streams of a family.
 *
 * @param template path with variables, such as {@code /api/staff-days/{staffNumber}/{date}}
 * @param id returns the id of the stream for the values of the path's variables
 */
public record Address(String template, Function<Map<String, String>, Object> id) {

    private static final String DATE = "date";
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    /** Thrown if the value of a path variable is malformed. */
    public static final class MalformedVariable extends IllegalArgumentException {

        private static final long serialVersionUID = 1;

        private final String variable;
        private final transient Message words;

        MalformedVariable(String variable, Message words) {
            super(variable);
            this.variable = variable;
            this.words = words;
        }

        public String variable() {
            return variable;
        }

        public Message words() {
            return words;
        }
    }

    /** The path of one kind of id, whole or without its prefix: {@code case-1} or {@code 1}. */
    public static Address of(String path, String variable, String prefix, Function<String, Object> id) {
        return new Address(
                "%s/{%s}".formatted(path, variable),
                values -> whole(variable, prefix, id, values.getOrDefault(variable, "")));
    }

    /** The path of a day of something: its id and the date. */
    public static <T> Address ofDay(
            String path, String variable, String prefix, Function<String, T> id, BiFunction<T, LocalDate, Object> day) {
        return new Address(
                "%s/{%s}/{%s}".formatted(path, variable, DATE),
                values -> day.apply(whole(variable, prefix, id, values.getOrDefault(variable, "")), date(values)));
    }

    /** A path whose variables do not tell the stream. Each of them is a component of the command. */
    public static Address ofOnly(String template, Object id) {
        return new Address(template, _ -> id);
    }

    /** Returns the path to which new streams are posted. */
    public String collection() {
        return template.substring(0, template.indexOf("/{"));
    }

    public List<String> variables() {
        return VARIABLE.matcher(template).results().map(found -> found.group(1)).toList();
    }

    /** Returns the path of a template. A variable without a value becomes empty. */
    static String filled(String template, Map<String, String> values) {
        return VARIABLE.matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(segment(values.getOrDefault(found.group(1), ""))));
    }

    private static String segment(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static <T> T whole(String variable, String prefix, Function<String, T> id, String text) {
        try {
            return id.apply(text.startsWith(prefix) ? text : prefix + text);
        } catch (Malformed e) {
            throw new MalformedVariable(variable, e.words());
        }
    }

    private static LocalDate date(Map<String, String> values) {
        try {
            var date = LocalDate.parse(values.getOrDefault(DATE, ""));
            if (date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) {
                return date;
            }
            throw new MalformedVariable(DATE, Message.of("fault.years"));
        } catch (DateTimeException _) {
            throw new MalformedVariable(DATE, Message.of("fault.malformed"));
        }
    }
}

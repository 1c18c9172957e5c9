package org.serviceledger.words;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All messages of one language. A message is an ICU message pattern with named arguments: {@code {count, plural, …}},
 * {@code {kind, select, …}}, {@code {size}}. Argument values are formatted as follows:
 *
 * <ul>
 *   <li>a {@link Term} as its text, any other enum constant as its name;
 *   <li>a {@link Message}, a {@link Sentence} or a record that has a message in the bundles, as that message in the
 *       same language;
 *   <li>a number by the rules of the language, a date or time by {@link Moments};
 *   <li>a collection as its elements, separated by commas;
 *   <li>null as {@code none}, so that {@code select} can match it;
 *   <li>any other value by its {@code toString()}.
 * </ul>
 *
 * <p>Instances are safe for use by several threads.
 */
public final class Words {

    private static final Map<Language, Words> ALL = load();

    private final Language language;
    private final Map<String, String> patterns;
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

    private Words(Language language, Map<String, String> patterns) {
        this.language = language;
        this.patterns = patterns;
    }

    private static Map<Language, Words> load() {
        var all = new EnumMap<Language, Words>(Language.class);
        for (var language : Language.values()) {
            all.put(language, new Words(language, Bundles.read(language)));
        }
        return all;
    }

    public static Words in(Language language) {
        return Objects.requireNonNull(ALL.get(language));
    }

    /**
     * Renders a message in the {@linkplain Language#current() current language}; see
     * {@link Message#of(String, Object...)}.
     */
    public static String say(String key, @Nullable Object... namesAndValues) {
        return Message.of(key, namesAndValues).said();
    }

    /** Returns all message keys. */
    public Set<String> keys() {
        return patterns.keySet();
    }

    public boolean has(String key) {
        return patterns.containsKey(key);
    }

    /** Returns the names of the arguments that a message takes. */
    public Set<String> arguments(String key) {
        return format(key).getArgumentNames();
    }

    /**
     * Renders a message. Arguments that the pattern does not use are ignored.
     *
     * @throws IllegalArgumentException if the bundles have no such message, or if an argument of the pattern is missing
     */
    public String say(Message message) {
        var format = format(message.key());
        var values = new HashMap<String, Object>();
        message.arguments().forEach((name, value) -> values.put(name, written(value)));
        for (var name : format.getArgumentNames()) {
            if (!values.containsKey(name)) {
                throw new IllegalArgumentException("%s is not given its %s".formatted(message.key(), name));
            }
        }
        synchronized (format) {
            return format.format(values);
        }
    }

    /**
     * Returns the text of a term.
     *
     * @throws IllegalArgumentException if the bundles have no text for the term
     */
    public String term(Term term) {
        return pattern(MessageKeys.of(term));
    }

    private Object written(@Nullable Object value) {
        return switch (value) {
            case null -> "none";
            case Term term -> term(term);
            case Enum<?> constant -> constant.name();
            case Message message -> say(message);
            case Sentence sentence -> say(sentence.message());
            case Record data -> has(MessageKeys.of(data.getClass())) ? say(Message.of(data)) : data.toString();
            case Number number -> number;
            case TemporalAccessor moment -> Moments.written(moment, language);
            case Collection<?> all -> joined(all);
            default -> value.toString();
        };
    }

    private String joined(Collection<?> all) {
        var parts = new ArrayList<String>();
        for (var one : all) {
            parts.add(written(one).toString());
        }
        return parts.stream().collect(Collectors.joining(language == Language.CHINESE ? "、" : ", "));
    }

    private String pattern(String key) {
        var pattern = patterns.get(key);
        if (pattern == null) {
            throw new IllegalArgumentException("there are no words in %s for %s".formatted(language.tag(), key));
        }
        return pattern;
    }

    private MessageFormat format(String key) {
        return formats.computeIfAbsent(
                key, missing -> new MessageFormat(pattern(missing), ULocale.forLocale(language.locale())));
    }
}

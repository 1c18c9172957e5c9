package org.serviceledger.api;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.serviceledger.words.Language;
import org.serviceledger.words.Message;

/** All event types, with the name under which each is stored and the term that pages display. */
public final class EventTypes {

    private static final Map<Class<?>, String> NAMES = all().stream()
            .collect(Collectors.toUnmodifiableMap(
                    Function.identity(),
                    type -> Objects.requireNonNull(type.getAnnotation(WireName.class), () -> type + " has no @WireName")
                            .value()));

    private static final Map<Language, Map<String, String>> TERMS = Arrays.stream(Language.values())
            .collect(Collectors.toUnmodifiableMap(Function.identity(), EventTypes::terms));

    private EventTypes() {}

    /** Returns all event records, in no particular order. */
    public static List<Class<?>> all() {
        return Families.events();
    }

    public static String wireName(Class<?> type) {
        return Objects.requireNonNull(NAMES.get(type), () -> type + " is not an event");
    }

    /**
     * Returns the term of an event in the {@linkplain Language#current() current language}.
     *
     * @param wireName the name under which the event is stored
     * @throws NullPointerException if no event has this wire name
     */
    public static String term(String wireName) {
        return term(wireName, Language.current());
    }

    /**
     * Returns the term of an event in the given language. Callers that store the term always use Chinese.
     *
     * @param wireName the name under which the event is stored
     * @throws NullPointerException if no event has this wire name
     */
    public static String term(String wireName, Language language) {
        return Objects.requireNonNull(
                Objects.requireNonNull(TERMS.get(language)).get(wireName),
                () -> "no event is stored under the name " + wireName);
    }

    private static Map<String, String> terms(Language language) {
        return NAMES.values().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(), name -> Message.of("event." + name).in(language)));
    }
}

package org.serviceledger.api;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.serviceledger.words.Language;
import org.serviceledger.words.Message;

/** Every event there is, with the name it is stored under and the term pages show. */
public final class EventTypes {

    private static final Map<Class<?>, String> NAMES = all().stream()
            .collect(Collectors.toUnmodifiableMap(
                    Function.identity(),
                    type -> Objects.requireNonNull(type.getAnnotation(WireName.class), () -> type + " has no @WireName")
                            .value()));

    private static final Map<Language, Map<String, String>> TERMS = Arrays.stream(Language.values())
            .collect(Collectors.toUnmodifiableMap(Function.identity(), EventTypes::terms));

    private EventTypes() {}

    /** All event records, in no particular order. */
    public static List<Class<?>> all() {
        return Families.events();
    }

    public static String wireName(Class<?> type) {
        return Objects.requireNonNull(NAMES.get(type), () -> type + " is not an event");
    }

    /** The term of an event by its wire name, in the language that is being spoken. */
    public static String term(String wireName) {
        return term(wireName, Language.current());
    }

    /** The term of an event by its wire name; what is stored is always in Chinese. */
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

package org.serviceledger.api;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every event there is, with the name it is stored under and the term pages show. */
public final class EventTypes {

    private static final Map<Class<?>, WireName> NAMES = all().stream()
            .collect(Collectors.toUnmodifiableMap(
                    Function.identity(),
                    type -> Objects.requireNonNull(
                            type.getAnnotation(WireName.class), () -> type + " has no @WireName")));

    private static final Map<String, String> TERMS =
            NAMES.values().stream().collect(Collectors.toUnmodifiableMap(WireName::value, WireName::term));

    private EventTypes() {}

    /** All event records, in no particular order. */
    public static List<Class<?>> all() {
        return Families.events();
    }

    public static String wireName(Class<?> type) {
        return nameOf(type).value();
    }

    /** The Chinese term of an event by its wire name. */
    public static String term(String wireName) {
        return Objects.requireNonNull(TERMS.get(wireName), () -> "no event is stored under the name " + wireName);
    }

    private static WireName nameOf(Class<?> type) {
        return Objects.requireNonNull(NAMES.get(type), () -> type + " is not an event");
    }
}

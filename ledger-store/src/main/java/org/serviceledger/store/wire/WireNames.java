package org.serviceledger.store.wire;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Maps event classes to the names they are stored under: one name for each class, one class for each name. */
public final class WireNames {

    private final Map<String, Class<?>> classes;
    private final Map<Class<?>, String> names;

    private WireNames(Map<String, Class<?>> classes, Map<Class<?>, String> names) {
        this.classes = Map.copyOf(classes);
        this.names = Map.copyOf(names);
    }

    /**
     * Builds the mapping of these classes. Throws {@link IllegalArgumentException} if a class has no name, or if two
     * classes have the same name.
     *
     * @param nameOf returns the wire name of a class, or null if it has none
     */
    public static WireNames of(
            Collection<? extends Class<?>> events, Function<? super Class<?>, ? extends @Nullable String> nameOf) {
        var classes = new HashMap<String, Class<?>>();
        var names = new HashMap<Class<?>, String>();
        for (var event : events) {
            @Nullable String name = nameOf.apply(event);
            if (name == null || name.isBlank()) {
                throw new IllegalArgumentException(event.getName() + " has no wire name");
            }
            @Nullable Class<?> other = classes.put(name, event);
            if (other != null && other != event) {
                throw new IllegalArgumentException(
                        "%s and %s are both called %s".formatted(other.getName(), event.getName(), name));
            }
            names.put(event, name);
        }
        return new WireNames(classes, names);
    }

    public Optional<String> nameOf(Class<?> event) {
        return Optional.ofNullable(names.get(event));
    }

    public Optional<Class<?>> classOf(String name) {
        return Optional.ofNullable(classes.get(name));
    }
}

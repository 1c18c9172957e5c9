package org.serviceledger.store.wire;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which event class is stored under which name: one name for each class, one class for each name. */
public final class WireNames {

    private final Map<String, Class<?>> classes;
    private final Map<Class<?>, String> names;

    private WireNames(Map<String, Class<?>> classes, Map<Class<?>, String> names) {
        this.classes = Map.copyOf(classes);
        this.names = Map.copyOf(names);
    }

    /** The names of these classes, as the function knows them; it answers null for a class that has none. */
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

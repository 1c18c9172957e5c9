package org.serviceledger.words;

import java.lang.reflect.InvocationTargetException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Derives message keys from types and enum constants. */
final class MessageKeys {

    private static final ClassValue<String> KEYS = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
            @Nullable Class<?> around = type.getEnclosingClass();
            return around == null ? type.getSimpleName() : around.getSimpleName() + "." + type.getSimpleName();
        }
    };

    private MessageKeys() {}

    static String of(Class<?> type) {
        return KEYS.get(type);
    }

    static String of(Term term) {
        return of(((Enum<?>) term).getDeclaringClass()) + "." + term.name();
    }

    static Map<String, @Nullable Object> components(Record data) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        for (var component : data.getClass().getRecordComponents()) {
            var accessor = component.getAccessor();
            accessor.trySetAccessible();
            try {
                values.put(component.getName(), accessor.invoke(data));
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("cannot read " + component, e);
            }
        }
        return values;
    }
}

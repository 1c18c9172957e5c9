package org.serviceledger.command.web;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.act.ActField;

/** The components of a record while a request is read. */
final class Components {

    private final Constructor<?> constructor;
    private final List<RecordComponent> all;
    private final Map<String, Integer> fields;
    private final @Nullable Object[] values;
    private final boolean[] met;

    private Components(Constructor<?> constructor, Map<String, Integer> fields) {
        this.constructor = constructor;
        this.all = List.of(constructor.getDeclaringClass().getRecordComponents());
        this.fields = fields;
        this.values = new Object[all.size()];
        this.met = new boolean[all.size()];
    }

    /** Returns the components of a record, all of which a request may hold. */
    static Components of(Class<?> record) {
        var all = record.getRecordComponents();
        var fields = new HashMap<String, Integer>();
        for (var i = 0; i < all.length; i++) {
            fields.put(all[i].getName(), i);
        }
        var constructor = ActField.canonical(record);
        constructor.setAccessible(true); // requests may hold records of this package
        return new Components(constructor, fields);
    }

    /**
     * Returns the components of a record.
     *
     * @param fields the components that a request may hold: their positions by name
     */
    static Components of(Constructor<?> constructor, Map<String, Integer> fields) {
        return new Components(constructor, fields);
    }

    Constructor<?> constructor() {
        return constructor;
    }

    List<RecordComponent> all() {
        return all;
    }

    Map<String, Integer> fields() {
        return fields;
    }

    void set(int position, @Nullable Object value) {
        values[position] = value;
        met[position] = true;
    }

    @Nullable Object value(int position) {
        return values[position];
    }

    /** Whether the request holds the component, if only as null. */
    boolean isMet(int position) {
        return met[position];
    }

    List<@Nullable Object> values() {
        return Arrays.asList(values.clone());
    }
}

package org.serviceledger.command.web;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.act.ActField;
import org.serviceledger.api.act.DeclaredAct;

/** The components of a record while a request is read. */
final class Components {

    /**
     * What is known of a record before a request comes.
     *
     * @param all the components in order
     * @param fields the components that a request may hold: their positions by name
     */
    record Shape(Constructor<?> constructor, List<RecordComponent> all, Map<String, Integer> fields) {

        private static final ClassValue<Shape> OF_RECORDS = new ClassValue<>() {
            @Override
            protected Shape computeValue(Class<?> record) {
                return of(record, ActField.of(record));
            }
        };

        /** Returns the shape of a record, all of whose components a request may hold. */
        static Shape of(Class<?> record) {
            return OF_RECORDS.get(record);
        }

        static Shape of(DeclaredAct act) {
            return of(act.command(), act.fields());
        }

        private static Shape of(Class<?> record, List<ActField> fields) {
            var positions = new LinkedHashMap<String, Integer>();
            fields.forEach(field -> positions.put(field.name(), field.position()));
            var constructor = ActField.canonical(record);
            constructor.setAccessible(true); // requests may hold records of this package
            return new Shape(constructor, List.of(record.getRecordComponents()), positions);
        }
    }

    private final Shape shape;
    private final @Nullable Object[] values;
    private final boolean[] met;

    Components(Shape shape) {
        this.shape = shape;
        this.values = new Object[shape.all().size()];
        this.met = new boolean[shape.all().size()];
    }

    Shape shape() {
        return shape;
    }

    /** Sets the component of this name, if there is one. A request need not be able to hold it. */
    void set(String name, Object value) {
        for (var i = 0; i < values.length; i++) {
            if (shape.all().get(i).getName().equals(name)) {
                set(i, value);
            }
        }
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

    @Nullable Object[] values() {
        return values.clone();
    }

    /**
     * Returns the record.
     *
     * @throws RuntimeException that of the record's constructor, if it rejects the values
     */
    Object made() {
        try {
            return shape.constructor().newInstance(values);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
        } catch (InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException("cannot make " + shape.constructor(), e);
        }
    }
}

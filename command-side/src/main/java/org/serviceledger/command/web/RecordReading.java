package org.serviceledger.command.web;

import jakarta.validation.Validator;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Malformed;
import org.serviceledger.api.act.ActField;
import org.serviceledger.api.act.DefaultsTo;
import org.serviceledger.words.Message;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** One reading of a request body. Records are read component by component, everything else by Jackson. */
final class RecordReading {

    private final JsonMapper json;
    private final ObjectReader leaves;
    private final Validator validator;
    private final ReadFaults faults;

    RecordReading(JsonMapper json, Validator validator, ReadFaults faults) {
        this.json = json;
        this.leaves = json.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        this.validator = validator;
        this.faults = faults;
    }

    /** Reads an object, whose fields are the components of any of the records. */
    void read(JsonParser parser, String place, Components... records) {
        for (var name = parser.nextName(); name != null; name = parser.nextName()) {
            var field = name;
            parser.nextToken();
            var record = Arrays.stream(records)
                    .filter(one -> one.shape().fields().containsKey(field))
                    .findFirst()
                    .orElseThrow(() -> unknown(parser, ReadFaults.within(place, field)));
            int position = Objects.requireNonNull(record.shape().fields().get(field));
            var type = record.shape().all().get(position).getGenericType();
            record.set(position, value(parser, type, ReadFaults.within(place, field)));
        }
    }

    /** Sets the component that a variable of the path names, if the record has it. */
    void fill(Components record, String name, @Nullable String text) {
        for (var component : record.shape().all()) {
            if (component.getName().equals(name) && text != null) {
                try {
                    record.set(name, leaf(component.getGenericType()).readValue(text));
                } catch (JacksonException _) {
                    throw RequestRefused.ofField(name, Message.of("fault.malformed"));
                }
            }
        }
    }

    private ObjectReader leaf(Type type) {
        return leaves.forType(json.constructType(type));
    }

    /** Fills in what may be left out, and checks that everything else is there and permitted. */
    void complete(String place, Components record) {
        record.shape().fields().forEach((name, position) -> {
            var component = record.shape().all().get(position);
            var fallback = component.getAnnotation(DefaultsTo.class);
            if (!record.isMet(position) && fallback != null) {
                record.set(position, leaf(component.getGenericType()).readValue(fallback.value()));
            } else if (isMissing(record, position, ReadFaults.within(place, name))) {
                faults.add(ReadFaults.within(place, name), Message.of("fault.required"));
            }
        });
        faults.add(
                place,
                record,
                validator
                        .forExecutables()
                        .validateConstructorParameters(record.shape().constructor(), record.values()));
    }

    private boolean isMissing(Components record, int position, String field) {
        return record.value(position) == null
                && !record.shape().all().get(position).getAnnotatedType().isAnnotationPresent(Nullable.class)
                && !faults.has(field);
    }

    private @Nullable Object value(JsonParser parser, Type type, String place) {
        if (parser.hasToken(JsonToken.VALUE_NULL)) {
            return null;
        }
        if (type instanceof Class<?> record && ActField.isObject(record)) {
            return structure(parser, record, place);
        }
        if (type instanceof ParameterizedType list
                && list.getRawType() == List.class
                && list.getActualTypeArguments()[0] instanceof Class<?> element
                && element != String.class) {
            return list(parser, element, place);
        }
        try {
            return leaf(type).readValue(parser);
        } catch (JacksonException e) {
            throw RequestRefused.ofFault(JsonFaults.of(place, e));
        }
    }

    /** Returns null if the object is faulty. */
    private @Nullable Object structure(JsonParser parser, Class<?> type, String place) {
        mustBeAnObject(parser, place);
        var record = new Components(Components.Shape.of(type));
        read(parser, place, record);
        complete(place, record);
        return faults.has(place) ? null : made(record, place);
    }

    private List<@Nullable Object> list(JsonParser parser, Class<?> element, String place) {
        if (!parser.hasToken(JsonToken.START_ARRAY)) {
            throw RequestRefused.ofFault(JsonFaults.type(place, Message.of("json.list"), parser));
        }
        var elements = new ArrayList<@Nullable Object>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            var at = "%s[%d]".formatted(place, elements.size());
            var value = value(parser, element, at);
            if (value == null && !faults.has(at)) {
                faults.add(at, Message.of("fault.required"));
            }
            elements.add(value);
        }
        return elements;
    }

    private @Nullable Object made(Components record, String place) {
        try {
            return record.made();
        } catch (RuntimeException e) {
            faults.add(place, Malformed.words(e));
            return null;
        }
    }

    static void mustBeAnObject(JsonParser parser, String place) {
        if (!parser.hasToken(JsonToken.START_OBJECT)) {
            throw RequestRefused.ofFault(JsonFaults.type(place, Message.of("json.object"), parser));
        }
    }

    private static RequestRefused unknown(JsonParser parser, String field) {
        return RequestRefused.ofFault(JsonFaults.at(field, Message.of("fault.json.unknown"), parser));
    }
}

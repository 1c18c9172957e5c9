package org.serviceledger.command.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Malformed;
import org.serviceledger.web.FieldFault;
import org.serviceledger.words.Message;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Translates Jackson exceptions into messages for clients, without naming the program's classes. */
final class JsonFaults {

    private JsonFaults() {}

    static FieldFault of(JacksonException e) {
        return of("", e);
    }

    /** Returns the fault of a value that was read for the field {@code place}; empty for the whole body. */
    static FieldFault of(String place, JacksonException e) {
        return FieldFault.of(field(place, e), placed(message(e), e.getLocation()));
    }

    /** Returns the fault of a field whose value is of another type than expected. */
    static FieldFault type(String field, Message expected, JsonParser parser) {
        return at(field, Message.of("fault.json.type", "expected", expected), parser);
    }

    static FieldFault at(String field, Message fault, JsonParser parser) {
        return FieldFault.of(field, placed(fault, parser.currentTokenLocation()));
    }

    private static Message message(JacksonException e) {
        return switch (e) {
            case UnrecognizedPropertyException _ -> Message.of("fault.json.unknown");
            case InvalidFormatException wrong
            when wrong.getTargetType() != null ->
                Message.of("fault.json.form", "expected", expected(wrong.getTargetType()));
            case MismatchedInputException wrong
            when wrong.getTargetType() != null ->
                Message.of("fault.json.type", "expected", expected(wrong.getTargetType()));
            case ValueInstantiationException unfit -> Malformed.words(unfit.getCause());
            case InputCoercionException _ -> Message.of("fault.json.range");
            case StreamConstraintsException _ -> Message.of("fault.json.limits");
            case UnexpectedEndOfInputException _ -> Message.of("fault.json.cut-off");
            case StreamReadException unread -> unreadable(unread);
            default -> Message.of("fault.malformed");
        };
    }

    /** Jackson has no separate exception for a duplicate name in an object, so the message is inspected. */
    private static Message unreadable(StreamReadException e) {
        @Nullable JsonParser parser = e.processor();
        return parser != null && String.valueOf(e.getOriginalMessage()).startsWith("Duplicate")
                ? Message.of("fault.json.twice", "name", parser.currentName())
                : Message.of("fault.json.syntax");
    }

    private static Message expected(Class<?> type) {
        if (type.isEnum()) {
            return Message.of(
                    "json.one-of",
                    "values",
                    Arrays.stream(type.getEnumConstants())
                            .map(JsonFaults::written)
                            .toList());
        }
        if (type == String.class) {
            return Message.of("json.text");
        }
        if (type == Boolean.class || type == boolean.class) {
            return Message.of("json.boolean");
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return Message.of("json.number");
        }
        return time(type).orElseGet(() -> structure(type));
    }

    private static String written(Object constant) {
        return constant instanceof org.serviceledger.api.calendar.LimitUnit unit ? unit.code() : constant.toString();
    }

    private static Optional<Message> time(Class<?> type) {
        if (type == Instant.class) {
            return Optional.of(Message.of("json.time"));
        }
        if (type == LocalDate.class) {
            return Optional.of(Message.of("json.date"));
        }
        return type == LocalTime.class ? Optional.of(Message.of("json.time-of-day")) : Optional.empty();
    }

    private static Message structure(Class<?> type) {
        if (Collection.class.isAssignableFrom(type)) {
            return Message.of("json.list");
        }
        if (Map.class.isAssignableFrom(type) || WriteApi.contains(type)) {
            return Message.of("json.object");
        }
        return Message.of("json.id", "type", type.getSimpleName());
    }

    private static String field(String place, JacksonException e) {
        var path = new StringBuilder(place);
        for (var step : e.getPath()) {
            var name = step.getPropertyName();
            if (name == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(name);
            }
        }
        return path.isEmpty() ? "body" : path.toString();
    }

    private static Message placed(Message fault, @Nullable TokenStreamLocation location) {
        return location == null || location.getLineNr() < 1
                ? fault
                : Message.of(
                        "fault.json.at",
                        "fault",
                        fault,
                        "line",
                        location.getLineNr(),
                        "column",
                        location.getColumnNr());
    }
}

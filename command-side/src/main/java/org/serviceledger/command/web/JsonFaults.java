package org.serviceledger.command.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Says what is wrong with a JSON text to somebody who has never heard of our classes. */
final class JsonFaults {

    private JsonFaults() {}

    static Fault of(JacksonException e) {
        return new Fault(field(e), message(e) + place(e.getLocation()));
    }

    private static String message(JacksonException e) {
        return switch (e) {
            case UnrecognizedPropertyException _ -> "there is no such field (未知字段)";
            case InvalidFormatException wrong -> "must be " + expected(wrong.getTargetType()) + " (格式错误)";
            case MismatchedInputException wrong
            when wrong.getTargetType() != null -> "must be " + expected(wrong.getTargetType()) + " (类型错误)";
            case ValueInstantiationException unfit
            when unfit.getCause() instanceof IllegalArgumentException cause -> String.valueOf(cause.getMessage());
            default -> firstLine(e.getOriginalMessage());
        };
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "something else";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(JsonFaults::written)
                            .collect(Collectors.joining(", "));
        }
        if (type == String.class) {
            return "text";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a whole number";
        }
        return time(type).orElseGet(() -> structure(type));
    }

    private static String written(Object constant) {
        return constant instanceof org.serviceledger.api.calendar.LimitUnit unit ? unit.code() : constant.toString();
    }

    private static Optional<String> time(Class<?> type) {
        if (type == Instant.class) {
            return Optional.of("a time with its offset, such as 2026-07-01T09:30:00+08:00");
        }
        if (type == LocalDate.class) {
            return Optional.of("a date, such as 2026-07-01");
        }
        return type == LocalTime.class ? Optional.of("a time of day, such as 08:30") : Optional.empty();
    }

    private static String structure(Class<?> type) {
        if (Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        if (Map.class.isAssignableFrom(type) || type.getPackage() == JsonFaults.class.getPackage()) {
            return "an object";
        }
        return "text in the form of " + type.getSimpleName();
    }

    private static String field(JacksonException e) {
        var path = new StringBuilder();
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

    private static String place(@Nullable TokenStreamLocation location) {
        return location == null || location.getLineNr() < 1
                ? ""
                : ", at line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
    }

    private static String firstLine(@Nullable String message) {
        return message == null
                ? "is not valid JSON"
                : message.lines().findFirst().orElse("is not valid JSON");
    }
}

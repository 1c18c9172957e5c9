package org.serviceledger.api.act;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.serviceledger.words.Language;
import org.serviceledger.words.Message;
import org.serviceledger.words.Term;
import org.serviceledger.words.Words;

/**
 * A field of an act's request body and form: a component of the command, or of a record in it.
 *
 * @param record the record that declares the component
 * @param position its position there
 * @param component the component
 * @param parameter the parameter of the canonical constructor, which bears the constraints
 */
public record ActField(Class<?> record, int position, RecordComponent component, Parameter parameter) {

    /** How a form asks for a value. */
    public enum Kind {
        LINE,
        TEXT,
        NUMBER,
        FLAG,
        CHOICE,
        DATE,
        TIME,
        MOMENT,
        /** Several texts, one a line. */
        LINES,
        /** Several of the {@link ActField#options}. */
        CHOICES,
        /** An object with {@link ActField#parts}. */
        PARTS,
        /** Several objects with {@link ActField#parts}. */
        ROWS,
        /** Days with a text each, one a line. */
        DAYS
    }

    /**
     * A value to choose from.
     *
     * @param value the value in a request
     */
    public record Option(String value, Term term) {}

    /** Texts that may be longer than this are written in several lines. */
    private static final int LONGEST_LINE = 200;

    /** Returns the components of a record, in order. */
    public static List<ActField> of(Class<?> record) {
        var components = record.getRecordComponents();
        var parameters = canonical(record).getParameters();
        return IntStream.range(0, components.length)
                .mapToObj(i -> new ActField(record, i, components[i], parameters[i]))
                .toList();
    }

    /** Returns the canonical constructor of a record. */
    public static Constructor<?> canonical(Class<?> record) {
        var types = Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return record.getDeclaredConstructor(types);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether requests give the type as an object. An id is a record that they give as a text. */
    public static boolean isObject(Type type) {
        return type instanceof Class<?> record
                && record.isRecord()
                && Arrays.stream(record.getDeclaredConstructors())
                        .noneMatch(constructor -> constructor.isAnnotationPresent(JsonCreator.class));
    }

    public String name() {
        return component.getName();
    }

    /** Returns the label: the message {@code field.<record>.<name>}, or else {@code field.<name>}. */
    public Message label() {
        var own = "field.%s.%s".formatted(record.getSimpleName(), name());
        return Message.of(Words.in(Language.current()).has(own) ? own : "field." + name());
    }

    /** Whether a request must hold the field. */
    public boolean required() {
        return !component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                && component.getAnnotation(DefaultsTo.class) == null;
    }

    /** Returns the value, as JSON, of a field that is left out. */
    public Optional<String> fallback() {
        return Optional.ofNullable(component.getAnnotation(DefaultsTo.class)).map(DefaultsTo::value);
    }

    /** Returns how a form asks for the value. */
    public Kind kind() {
        var type = component.getType();
        if (type == String.class) {
            return constraint(Text.class)
                            .filter(text -> text.max() > LONGEST_LINE)
                            .isPresent()
                    ? Kind.TEXT
                    : Kind.LINE;
        }
        if (type == boolean.class || type == Boolean.class) {
            return Kind.FLAG;
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return Kind.NUMBER;
        }
        if (Term.class.isAssignableFrom(type)) {
            return Kind.CHOICE;
        }
        return ofTime(type).orElseGet(() -> ofSeveral(type));
    }

    private static Optional<Kind> ofTime(Class<?> type) {
        if (type == LocalDate.class) {
            return Optional.of(Kind.DATE);
        }
        if (type == LocalTime.class) {
            return Optional.of(Kind.TIME);
        }
        return type == Instant.class ? Optional.of(Kind.MOMENT) : Optional.empty();
    }

    private Kind ofSeveral(Class<?> type) {
        if (type == List.class) {
            if (element() == String.class) {
                return Kind.LINES;
            }
            return isObject(element()) ? Kind.ROWS : Kind.CHOICES;
        }
        if (type == Map.class) {
            return Kind.DAYS;
        }
        return isObject(type) ? Kind.PARTS : Kind.LINE;
    }

    /** Returns the type of the value, or of the elements of a list. */
    private Type element() {
        return component.getType() == List.class
                ? ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0]
                : component.getType();
    }

    /** Returns the fields of the object, or of each object of a list; empty if the field holds no objects. */
    public List<ActField> parts() {
        return isObject(element()) ? of((Class<?>) element()) : List.of();
    }

    /** Returns the values to choose from; empty if the field is no choice. */
    public List<Option> options() {
        return element() instanceof Class<?> choice && choice.isEnum()
                ? Arrays.stream(choice.getEnumConstants())
                        .map(constant -> new Option(written(choice, constant), (Term) constant))
                        .toList()
                : List.of();
    }

    /** Returns the constant as requests write it. */
    private static String written(Class<?> choice, Object constant) {
        for (var method : choice.getMethods()) {
            if (method.isAnnotationPresent(JsonValue.class)) {
                try {
                    return String.valueOf(method.invoke(constant));
                } catch (IllegalAccessException | InvocationTargetException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        return ((Enum<?>) constant).name();
    }

    /** Returns the greatest length of a text, or null if there is no limit. */
    public @Nullable Integer longest() {
        return constraint(Text.class).map(Text::max).orElse(null);
    }

    /** Returns the least number, or null if there is no limit. */
    public @Nullable Long least() {
        return constraint(Min.class).map(Min::value).orElse(null);
    }

    /** Returns the greatest number, or null if there is no limit. */
    public @Nullable Long most() {
        return constraint(Max.class).map(Max::value).orElse(null);
    }

    private <A extends Annotation> Optional<A> constraint(Class<A> type) {
        return Optional.ofNullable(parameter.getAnnotation(type));
    }
}

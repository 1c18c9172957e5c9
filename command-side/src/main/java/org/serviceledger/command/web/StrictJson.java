package org.serviceledger.command.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Malformed;
import org.serviceledger.api.staff.StaffId;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/** Parses the requests to the write API strictly: unknown fields, duplicate names and type conversions are errors. */
final class StrictJson extends JacksonJsonHttpMessageConverter {

    StrictJson() {
        super(mapper());
    }

    @Override
    public boolean canRead(ResolvableType type, @Nullable MediaType mediaType) {
        return isRequest(type) && isUtf8(mediaType) && super.canRead(type, mediaType);
    }

    /** An act's body is only checked for its encoding here; {@link RecordReader} parses it. */
    @Override
    public Object read(ResolvableType type, HttpInputMessage message, @Nullable Map<String, Object> hints)
            throws IOException {
        return type.resolve() == ActBody.class
                ? new ActBody(new String(message.getBody().readAllBytes(), StandardCharsets.UTF_8))
                : super.read(type, message, hints);
    }

    @Override
    public boolean canWrite(ResolvableType type, Class<?> valueClass, @Nullable MediaType mediaType) {
        return false;
    }

    private static boolean isRequest(ResolvableType type) {
        return WriteApi.contains(type.resolve(Object.class))
                || Arrays.stream(type.getGenerics()).anyMatch(StrictJson::isRequest);
    }

    private static boolean isUtf8(@Nullable MediaType mediaType) {
        return mediaType == null
                || mediaType.getCharset() == null
                || mediaType.getCharset().equals(StandardCharsets.UTF_8);
    }

    static JsonMapper mapper() {
        var factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(60)
                        .maxStringLength(1 << 20)
                        .maxNumberLength(40)
                        .build())
                .build();
        return JsonMapper.builder(factory)
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .withCoercionConfig(
                        LogicalType.Textual,
                        text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .addModule(new SimpleModule("values as text")
                        .addDeserializer(
                                Instant.class,
                                new Written<>(
                                        Instant.class,
                                        text -> OffsetDateTime.parse(text).toInstant()))
                        .addDeserializer(LocalDate.class, new Written<>(LocalDate.class, LocalDate::parse))
                        .addDeserializer(LocalTime.class, new Written<>(LocalTime.class, LocalTime::parse))
                        .addDeserializer(StaffId.class, new Written<>(StaffId.class, StaffId::named)))
                .build();
    }

    /**
     * Accepts a value only as text. The unit of a time as a number would be ambiguous, and people write staff numbers
     * without the prefix of the id.
     */
    private static final class Written<T> extends StdDeserializer<T> {

        private final Class<T> type;
        private final Function<String, T> parse;

        private Written(Class<T> type, Function<String, T> parse) {
            super(type);
            this.type = type;
            this.parse = parse;
        }

        @Override
        public @Nullable T deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return type.cast(context.handleUnexpectedToken(type, parser));
            }
            var text = parser.getString();
            try {
                return parse.apply(text);
            } catch (DateTimeException _) {
                return type.cast(context.handleWeirdStringValue(type, text, "not of ISO 8601"));
            } catch (Malformed e) {
                throw context.instantiationException(type, e);
            }
        }
    }
}

package org.serviceledger.store.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.serviceledger.words.Message;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Strict JSON reading: rejects invalid UTF-8, duplicate members, trailing content and members of the wrong type. */
final class Json {

    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final String HASH = "[0-9a-f]{64}";

    private Json() {}

    static JsonNode read(byte[] bytes) throws MalformedFile {
        try {
            var json = MAPPER.readTree(text(bytes));
            if (json.isMissingNode()) {
                throw new MalformedFile(Message.of("bundle.empty"));
            }
            return json;
        } catch (JacksonException e) {
            throw new MalformedFile(Message.of("bundle.no-json", "reason", e.getOriginalMessage()), e);
        }
    }

    /** Reads an object that has exactly the given members. */
    static JsonNode read(byte[] bytes, Set<String> members) throws MalformedFile {
        var object = read(bytes);
        if (!object.isObject()) {
            throw new MalformedFile(Message.of("bundle.no-object"));
        }
        for (var name : object.propertyNames()) {
            if (!members.contains(name)) {
                throw new MalformedFile(Message.of("bundle.strange-member", "member", name));
            }
        }
        for (var name : members) {
            if (!object.has(name)) {
                throw new MalformedFile(Message.of("bundle.no-member", "member", name));
            }
        }
        return object;
    }

    static String text(byte[] bytes) throws MalformedFile {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedFile(Message.of("bundle.no-utf-8"), e);
        }
    }

    static String text(JsonNode object, String name) throws MalformedFile {
        var member = object.path(name);
        if (!member.isString()) {
            throw new MalformedFile(Message.of("bundle.no-text", "member", name));
        }
        return member.asString();
    }

    static @Nullable String textOrNull(JsonNode object, String name) throws MalformedFile {
        return object.path(name).isNull() ? null : text(object, name);
    }

    static long number(JsonNode object, String name) throws MalformedFile {
        var member = object.path(name);
        if (!member.isIntegralNumber() || !member.canConvertToLong() || member.asLong() < 0) {
            throw new MalformedFile(Message.of("bundle.no-number", "member", name));
        }
        return member.asLong();
    }

    static byte[] hash(JsonNode object, String name) throws MalformedFile {
        var text = text(object, name);
        if (!text.matches(HASH)) {
            throw new MalformedFile(Message.of("bundle.no-hash", "member", name));
        }
        return HexFormat.of().parseHex(text);
    }

    static byte @Nullable [] hashOrNull(JsonNode object, String name) throws MalformedFile {
        return object.path(name).isNull() ? null : hash(object, name);
    }
}

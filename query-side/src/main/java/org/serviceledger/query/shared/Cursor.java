package org.serviceledger.query.shared;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.serviceledger.words.Message;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a page ended: what follows comes after these sort values. It carries the question's moment too, so that "overdue
 * now" means the same on every page, and a fingerprint, so that it continues no other question.
 */
public record Cursor(Instant now, List<FieldValue> after) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int HEAD = 2;

    public Cursor {
        after = List.copyOf(after);
    }

    /** The beginning, unless the asker was somewhere already. */
    public static Cursor read(@Nullable String text, Object question, int sortValues, Instant now) {
        if (text == null) {
            return new Cursor(now, List.of());
        }
        try {
            var parts = JSON.readTree(Base64.getUrlDecoder().decode(text));
            if (parts.isArray()
                    && parts.size() == HEAD + sortValues
                    && parts.get(1).asString("").equals(fingerprint(question))) {
                return new Cursor(Instant.parse(parts.get(0).asString("")), values(parts));
            }
        } catch (IllegalArgumentException | JacksonException | DateTimeException _) {
            // whatever is wrong with it, the asker is told the same
        }
        throw CannotAnswer.because("cursor", Message.of("fault.cursor"));
    }

    /** The cursor of the page after this one, or null if this is the last. */
    public <D> @Nullable String next(List<Hit<D>> page, int size, Object question) {
        if (page.size() < size) {
            return null;
        }
        var parts = JSON.createArrayNode();
        parts.add(now.toString());
        parts.add(fingerprint(question));
        for (var value : page.getLast().sort()) {
            if (value.isNull()) {
                parts.addNull();
            } else if (value.isLong()) {
                parts.add(value.longValue());
            } else if (value.isDouble()) {
                parts.add(value.doubleValue());
            } else {
                parts.add(value.stringValue());
            }
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(parts));
    }

    private static List<FieldValue> values(JsonNode parts) {
        var values = new ArrayList<FieldValue>();
        for (var part : parts.values().stream().skip(HEAD).toList()) {
            values.add(value(part));
        }
        return values;
    }

    private static FieldValue value(JsonNode part) {
        if (part.isNull()) {
            return FieldValue.NULL;
        }
        if (part.isIntegralNumber()) {
            return FieldValue.of(part.asLong());
        }
        if (part.isNumber()) {
            return FieldValue.of(part.asDouble());
        }
        if (part.isString()) {
            return FieldValue.of(part.asString());
        }
        throw new IllegalArgumentException("not a sort value: " + part);
    }

    /** Not a secret: it only keeps cursors and questions together. */
    private static String fingerprint(Object question) {
        return UUID.nameUUIDFromBytes(question.toString().getBytes(StandardCharsets.UTF_8))
                .toString()
                .substring(0, 8);
    }
}

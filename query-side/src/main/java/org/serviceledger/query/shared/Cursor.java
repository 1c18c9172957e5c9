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
 * Marks where a page ended: the next page begins after these sort values. The cursor also carries the moment of the
 * first page, so that "overdue now" means the same on every page. A fingerprint ties it to one question.
 */
public record Cursor(Instant now, List<FieldValue> after) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int HEAD = 2;

    public Cursor {
        after = List.copyOf(after);
    }

    /**
     * Reads a cursor. Returns the start of the list if {@code text} is null.
     *
     * @throws CannotAnswer if the cursor is malformed or belongs to another question
     */
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
            // the user is told the same, whatever is wrong with the cursor
        }
        throw CannotAnswer.because("cursor", Message.of("fault.cursor"));
    }

    /** Returns the cursor of the next page, or null if this page is not full. */
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

    /** Not a secret: it only ties a cursor to its question. */
    private static String fingerprint(Object question) {
        return UUID.nameUUIDFromBytes(question.toString().getBytes(StandardCharsets.UTF_8))
                .toString()
                .substring(0, 8);
    }
}

package org.serviceledger.store.evidence;

import java.io.ByteArrayOutputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.serviceledger.store.DisclosedEvent;
import org.serviceledger.store.DisclosedEventBuilder;
import org.serviceledger.words.Message;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;

/**
 * The JSON file of one event: the bytes that the commitment covers, all data of the leaf, and the content in readable
 * form.
 *
 * @param event the event according to the file
 * @param commitment the commitment stated in the file
 * @param payload the readable form of the payload in the file
 * @param metadata the readable form of the metadata in the file
 */
record EventFile(DisclosedEvent event, String commitment, JsonNode payload, JsonNode metadata) {

    private static final Set<String> MEMBERS = Set.of(
            "position",
            "tenant",
            "streamId",
            "streamType",
            "sequence",
            "eventId",
            "type",
            "revision",
            "occurredAt",
            "recordedAt",
            "pseudonym",
            "prevAgg",
            "salt",
            "commit",
            "payloadBase64",
            "metadataBase64",
            "payload",
            "metadata");

    static byte[] write(DisclosedEvent event) {
        var out = new ByteArrayOutputStream();
        try (var json =
                Json.MAPPER.writer().with(SerializationFeature.INDENT_OUTPUT).createGenerator(out)) {
            json.writeStartObject();
            json.writeNumberProperty("position", event.position());
            text(json, "tenant", event.tenant());
            text(json, "streamId", event.streamId());
            text(json, "streamType", event.streamType());
            json.writeNumberProperty("sequence", event.sequence());
            text(json, "eventId", event.eventId());
            text(json, "type", event.type());
            text(json, "revision", event.revision());
            var occurredAt = event.occurredAt();
            text(json, "occurredAt", occurredAt == null ? null : occurredAt.toString());
            text(json, "recordedAt", event.recordedAt().toString());
            hash(json, "pseudonym", event.pseudonym());
            hash(json, "prevAgg", event.previousLeaf());
            hash(json, "salt", event.salt());
            hash(json, "commit", event.commitment());
            json.writeStringProperty("payloadBase64", base64(event.payload()));
            json.writeStringProperty("metadataBase64", base64(event.metadata()));
            json.writeName("payload");
            json.writeRawValue(readable(event.payload()).orElse("null"));
            json.writeName("metadata");
            json.writeRawValue(readable(event.metadata()).orElse("null"));
            json.writeEndObject();
        }
        return out.toByteArray();
    }

    static EventFile parse(byte[] file) throws MalformedFile {
        var json = Json.read(file, MEMBERS);
        var event = DisclosedEventBuilder.builder()
                .tenant(Json.text(json, "tenant"))
                .position(Json.number(json, "position"))
                .streamId(Json.text(json, "streamId"))
                .streamType(Json.textOrNull(json, "streamType"))
                .sequence(Json.number(json, "sequence"))
                .eventId(Json.text(json, "eventId"))
                .type(Json.text(json, "type"))
                .revision(Json.textOrNull(json, "revision"))
                .occurredAt(json.path("occurredAt").isNull() ? null : instant(json, "occurredAt"))
                .recordedAt(instant(json, "recordedAt"))
                .salt(Json.hash(json, "salt"))
                .payload(bytes(json, "payloadBase64"))
                .metadata(bytes(json, "metadataBase64"))
                .pseudonym(Json.hash(json, "pseudonym"))
                .previousLeaf(Json.hashOrNull(json, "prevAgg"))
                .build();
        return new EventFile(event, Json.text(json, "commit"), json.path("payload"), json.path("metadata"));
    }

    /** Returns whether the readable payload and metadata are equal to the bytes that the commitment covers. */
    boolean isShownAsItIs() throws MalformedFile {
        return isShown(event.payload(), payload) && isShown(event.metadata(), metadata);
    }

    private static boolean isShown(byte[] bytes, JsonNode shown) throws MalformedFile {
        return readable(bytes).isEmpty() ? shown.isNull() : Json.read(bytes).equals(shown);
    }

    /** Returns the content as text if it is JSON. Other content, such as encrypted content, has no readable form. */
    private static Optional<String> readable(byte[] bytes) {
        try {
            Json.read(bytes);
            return Optional.of(Json.text(bytes));
        } catch (MalformedFile _) {
            return Optional.empty();
        }
    }

    private static Instant instant(JsonNode json, String name) throws MalformedFile {
        try {
            return Instant.parse(Json.text(json, name));
        } catch (DateTimeException e) {
            throw new MalformedFile(Message.of("bundle.no-time", "member", name), e);
        }
    }

    private static byte[] bytes(JsonNode json, String name) throws MalformedFile {
        try {
            return Base64.getDecoder().decode(Json.text(json, name));
        } catch (IllegalArgumentException e) {
            throw new MalformedFile(Message.of("bundle.no-base64", "member", name), e);
        }
    }

    private static void text(JsonGenerator json, String name, @Nullable String value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, value);
        }
    }

    private static void hash(JsonGenerator json, String name, byte @Nullable [] bytes) {
        text(json, name, bytes == null ? null : HexFormat.of().formatHex(bytes));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}

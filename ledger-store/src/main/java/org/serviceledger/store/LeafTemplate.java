package org.serviceledger.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.serviceledger.store.log.TreeHash;

/**
 * The Merkle leaf of an event as canonical JSON (RFC 8785, members in their order). Three parts are left open until the
 * event has its place in the ledger: the stream's pseudonym, the previous leaf hash of the stream, and the position.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record LeafTemplate(byte[] beforePrevious, byte[] beforePosition, byte[] afterPosition) {

    private static final int VERSION = 1;
    private static final byte[] OPENING = ascii("{\"aggId\":\"");
    private static final byte[] NULL = ascii("null");
    private static final byte[] DIGITS = ascii("0123456789abcdef");
    private static final byte QUOTE = '"';

    static LeafTemplate of(
            String tenant,
            @Nullable String streamType,
            long sequence,
            String eventId,
            String type,
            @Nullable String revision,
            @Nullable Instant occurredAt,
            Instant recordedAt,
            byte[] commitment) {
        var json = new StringBuilder(256);
        json.append("\",\"aggSeq\":").append(sequence);
        member(json, "aggType", streamType);
        member(json, "commit", HexFormat.of().formatHex(commitment));
        member(json, "eventId", eventId);
        member(json, "occurredAt", occurredAt == null ? null : text(occurredAt));
        var first = json.append(",\"prevAgg\":").toString();
        json.setLength(0);
        member(json, "recordedAt", text(recordedAt));
        member(json, "schemaRev", revision);
        var second = json.append(",\"seq\":").toString();
        json.setLength(0);
        member(json, "tenant", tenant);
        member(json, "type", type);
        var third = json.append(",\"v\":").append(VERSION).append('}').toString();
        return new LeafTemplate(utf8(first), utf8(second), utf8(third));
    }

    /** The leaf hash (RFC 6962) of the event at this position. */
    byte[] hash(MessageDigest sha256, byte[] pseudonym, byte @Nullable [] previousLeaf, long position) {
        sha256.update(TreeHash.LEAF);
        return sha256.digest(leaf(pseudonym, previousLeaf, position));
    }

    /** The leaf as the log publishes it. */
    String json(byte[] pseudonym, byte @Nullable [] previousLeaf, long position) {
        return new String(leaf(pseudonym, previousLeaf, position), StandardCharsets.UTF_8);
    }

    private byte[] leaf(byte[] pseudonym, byte @Nullable [] previousLeaf, long position) {
        var place = ascii(Long.toString(position));
        int previous = previousLeaf == null ? NULL.length : 2 + 2 * previousLeaf.length;
        var leaf = ByteBuffer.allocate(OPENING.length
                + 2 * pseudonym.length
                + beforePrevious.length
                + previous
                + beforePosition.length
                + place.length
                + afterPosition.length);
        leaf.put(OPENING);
        hex(leaf, pseudonym);
        leaf.put(beforePrevious);
        if (previousLeaf == null) {
            leaf.put(NULL);
        } else {
            leaf.put(QUOTE);
            hex(leaf, previousLeaf);
            leaf.put(QUOTE);
        }
        return leaf.put(beforePosition).put(place).put(afterPosition).array();
    }

    private static void member(StringBuilder json, String name, @Nullable String value) {
        json.append(",\"").append(name).append("\":");
        if (value == null) {
            json.append("null");
        } else {
            json.append('"');
            escape(json, value);
            json.append('"');
        }
    }

    private static void escape(StringBuilder json, String value) {
        int plain = 0;
        while (plain < value.length() && isPlain(value.charAt(plain))) {
            plain++;
        }
        json.append(value, 0, plain);
        for (int i = plain; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\b' -> json.append("\\b");
                case '\t' -> json.append("\\t");
                case '\n' -> json.append("\\n");
                case '\f' -> json.append("\\f");
                case '\r' -> json.append("\\r");
                default -> {
                    if (c < ' ') {
                        json.append("\\u00").append(HexFormat.of().toHexDigits((byte) c));
                    } else {
                        json.append(c);
                    }
                }
            }
        }
    }

    private static boolean isPlain(char c) {
        return c >= ' ' && c != '"' && c != '\\';
    }

    private static void hex(ByteBuffer leaf, byte[] hash) {
        for (byte part : hash) {
            leaf.put(DIGITS[(part >> 4) & 0xF]).put(DIGITS[part & 0xF]);
        }
    }

    /** Returns the text of {@link Instant#toString} without its formatter, which takes as long as the hashing. */
    static String text(Instant time) {
        var text = LocalDateTime.ofEpochSecond(time.getEpochSecond(), time.getNano(), ZoneOffset.UTC)
                .toString();
        boolean wholeMinute = time.getEpochSecond() % 60 == 0 && time.getNano() == 0;
        return text + (wholeMinute ? ":00Z" : "Z");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

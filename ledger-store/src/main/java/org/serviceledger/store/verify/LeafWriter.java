package org.serviceledger.store.verify;

import static org.serviceledger.store.verify.EventRow.Column.EVENT_ID;
import static org.serviceledger.store.verify.EventRow.Column.OCCURRED_AT;
import static org.serviceledger.store.verify.EventRow.Column.RECORDED_AT;
import static org.serviceledger.store.verify.EventRow.Column.REVISION;
import static org.serviceledger.store.verify.EventRow.Column.SEQUENCE;
import static org.serviceledger.store.verify.EventRow.Column.STREAM_TYPE;
import static org.serviceledger.store.verify.EventRow.Column.TYPE;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.serviceledger.store.log.Sha256;
import org.serviceledger.store.log.TreeHash;
import org.serviceledger.store.verify.EventRow.Column;

/**
 * Writes leaves, canonical JSON (RFC 8785) with members in canonical order, directly from the bytes of rows. The code
 * is intentionally independent of the code that wrote the leaves when the events were appended. Not thread-safe.
 */
final class LeafWriter {

    private static final byte[] HEX = ascii("0123456789abcdef");
    private static final byte[] NULL = ascii("null");
    private static final byte[] AGG_ID = ascii("{\"aggId\":\"");
    private static final byte[] AGG_SEQ = ascii("\",\"aggSeq\":");
    private static final byte[] AGG_TYPE = ascii(",\"aggType\":");
    private static final byte[] COMMIT = ascii(",\"commit\":\"");
    private static final byte[] EVENT = ascii("\",\"eventId\":");
    private static final byte[] OCCURRED = ascii(",\"occurredAt\":");
    private static final byte[] PREVIOUS = ascii(",\"prevAgg\":");
    private static final byte[] RECORDED = ascii(",\"recordedAt\":");
    private static final byte[] SCHEMA = ascii(",\"schemaRev\":");
    private static final byte[] SEQ = ascii(",\"seq\":");
    private static final byte[] TENANT = ascii(",\"tenant\":");
    private static final byte[] EVENT_TYPE = ascii(",\"type\":");
    private static final byte[] END = ascii(",\"v\":1}");

    /** 2000-01-01, the epoch of PostgreSQL timestamps. */
    private static final Instant POSTGRES_EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    private static final long MICROS_A_DAY = 86_400_000_000L;
    private static final long MICROS_A_SECOND = 1_000_000;
    private static final long LAST_PLAIN_DAY = LocalDate.of(9999, 12, 31).toEpochDay();

    private final MessageDigest sha256 = Sha256.digest();
    private final byte[] tenant;
    private byte[] leaf = new byte[1024];
    private int size;
    private long hashed;
    private long lastDay = Long.MIN_VALUE;
    private byte[] lastDate = new byte[0];

    LeafWriter(String tenant) {
        this.tenant = tenant.getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the leaf hash (RFC 6962) that the row has at the given position. */
    byte[] hash(EventRow row, byte[] commitment, byte[] pseudonym, byte @Nullable [] previousLeaf, long position) {
        size = 0;
        put(TreeHash.LEAF);
        put(AGG_ID);
        hex(pseudonym);
        put(AGG_SEQ);
        number(row.number(SEQUENCE));
        text(AGG_TYPE, row, STREAM_TYPE);
        put(COMMIT);
        hex(commitment);
        text(EVENT, row, EVENT_ID);
        time(OCCURRED, row, OCCURRED_AT);
        put(PREVIOUS);
        if (previousLeaf == null) {
            put(NULL);
        } else {
            put((byte) '"');
            hex(previousLeaf);
            put((byte) '"');
        }
        time(RECORDED, row, RECORDED_AT);
        text(SCHEMA, row, REVISION);
        put(SEQ);
        number(position);
        put(TENANT);
        quoted(tenant, 0, tenant.length);
        text(EVENT_TYPE, row, TYPE);
        put(END);
        hashed += size;
        sha256.update(leaf, 0, size);
        return sha256.digest();
    }

    /** Returns the number of leaf bytes hashed so far. */
    long hashed() {
        return hashed;
    }

    private void text(byte[] name, EventRow row, Column column) {
        put(name);
        if (row.isAbsent(column)) {
            put(NULL);
        } else {
            quoted(row.bytes(), row.start(column), row.length(column));
        }
    }

    private void time(byte[] name, EventRow row, Column column) {
        put(name);
        if (row.isAbsent(column)) {
            put(NULL);
            return;
        }
        put((byte) '"');
        long micros = row.number(column);
        long day = Math.floorDiv(micros, MICROS_A_DAY) + POSTGRES_EPOCH.getEpochSecond() / 86_400;
        if (day < 0 || day > LAST_PLAIN_DAY) {
            put(ascii(POSTGRES_EPOCH.plus(micros, ChronoUnit.MICROS).toString()));
        } else {
            date(day);
            clock(Math.floorMod(micros, MICROS_A_DAY));
        }
        put((byte) '"');
    }

    private void date(long day) {
        if (day != lastDay) {
            lastDate = ascii(LocalDate.ofEpochDay(day).toString());
            lastDay = day;
        }
        put(lastDate);
    }

    /** Writes the time of day like {@link Instant#toString}: with a fraction of three or six digits, or none. */
    private void clock(long micros) {
        int second = (int) (micros / MICROS_A_SECOND);
        int fraction = (int) (micros % MICROS_A_SECOND);
        put((byte) 'T');
        digits(second / 3600, 2);
        put((byte) ':');
        digits(second / 60 % 60, 2);
        put((byte) ':');
        digits(second % 60, 2);
        if (fraction != 0) {
            put((byte) '.');
            if (fraction % 1000 == 0) {
                digits(fraction / 1000, 3);
            } else {
                digits(fraction, 6);
            }
        }
        put((byte) 'Z');
    }

    private void quoted(byte[] text, int start, int length) {
        put((byte) '"');
        reserve(length);
        for (int i = start; i < start + length; i++) {
            byte c = text[i];
            if ((c >= 0 && c < ' ') || c == '"' || c == '\\') {
                escaped(c);
            } else {
                put(c);
            }
        }
        put((byte) '"');
    }

    private void escaped(byte c) {
        put((byte) '\\');
        switch (c) {
            case '"', '\\' -> put(c);
            case '\b' -> put((byte) 'b');
            case '\t' -> put((byte) 't');
            case '\n' -> put((byte) 'n');
            case '\f' -> put((byte) 'f');
            case '\r' -> put((byte) 'r');
            default -> {
                put(ascii("u00"));
                hex(new byte[] {c});
            }
        }
    }

    private void hex(byte[] bytes) {
        reserve(2 * bytes.length);
        for (byte b : bytes) {
            leaf[size++] = HEX[b >> 4 & 0xf];
            leaf[size++] = HEX[b & 0xf];
        }
    }

    private void number(long number) {
        if (number < 0) {
            put(ascii(Long.toString(number)));
            return;
        }
        int digits = 1;
        for (long rest = number; rest >= 10; rest /= 10) {
            digits++;
        }
        digits(number, digits);
    }

    private void digits(long number, int count) {
        reserve(count);
        long rest = number;
        for (int i = size + count - 1; i >= size; i--) {
            leaf[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        size += count;
    }

    private void put(byte[] bytes) {
        reserve(bytes.length);
        System.arraycopy(bytes, 0, leaf, size, bytes.length);
        size += bytes.length;
    }

    private void put(byte b) {
        reserve(1);
        leaf[size++] = b;
    }

    private void reserve(int more) {
        if (size + more > leaf.length) {
            leaf = Arrays.copyOf(leaf, Math.max(2 * leaf.length, size + more));
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}

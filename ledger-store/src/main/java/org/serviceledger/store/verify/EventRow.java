package org.serviceledger.store.verify;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import org.postgresql.util.ByteConverter;

/**
 * A row of the ledger in PostgreSQL's binary COPY format: its bytes and the offset of each column. The owner of the
 * table can set any column to null; a null column reads as empty bytes, and as -1 where it is a number.
 */
final class EventRow {

    /** The columns in the order of the query. */
    enum Column {
        POSITION(0),
        SEQUENCE(1),
        STREAM_ID(2),
        STREAM_TYPE(3),
        EVENT_ID(4),
        TYPE(5),
        REVISION(6),
        SALT(7),
        PAYLOAD(8),
        METADATA(9),
        STREAM_PSEUDONYM(10),
        LEAF_HASH(11),
        RECORDED_AT(12),
        OCCURRED_AT(13);

        private final int place;

        Column(int place) {
            this.place = place;
        }
    }

    private static final int COLUMNS = Column.values().length;
    private static final int ABSENT = -1;

    private final byte[] bytes;
    private final int[] starts = new int[COLUMNS];
    private final int[] lengths = new int[COLUMNS];

    /** Parses a row that starts at this offset. */
    EventRow(byte[] bytes, int start) {
        this.bytes = bytes;
        int at = start + Short.BYTES;
        for (int column = 0; column < COLUMNS; column++) {
            int length = ByteConverter.int4(bytes, at);
            at += Integer.BYTES;
            starts[column] = at;
            lengths[column] = length;
            at += Math.max(0, length);
        }
    }

    boolean isAbsent(Column column) {
        return lengths[column.place] == ABSENT;
    }

    byte[] bytes() {
        return bytes;
    }

    int start(Column column) {
        return starts[column.place];
    }

    int length(Column column) {
        return Math.max(0, lengths[column.place]);
    }

    long number(Column column) {
        return isAbsent(column) ? ABSENT : ByteConverter.int8(bytes, start(column));
    }

    String text(Column column) {
        return new String(bytes, start(column), length(column), StandardCharsets.UTF_8);
    }

    byte[] binary(Column column) {
        return Arrays.copyOfRange(bytes, start(column), start(column) + length(column));
    }

    boolean holds(Column column, byte[] value) {
        int start = start(column);
        return Arrays.equals(bytes, start, start + length(column), value, 0, value.length);
    }

    long position() {
        return number(Column.POSITION);
    }

    /**
     * Returns the leaf's commitment to the content: SHA-256(salt ‖ length of payload, four bytes ‖ payload ‖ metadata),
     * over the bytes as stored.
     */
    byte[] commitment(MessageDigest sha256) {
        sha256.update(bytes, start(Column.SALT), length(Column.SALT));
        sha256.update(bytes, start(Column.PAYLOAD) - Integer.BYTES, Integer.BYTES + length(Column.PAYLOAD));
        sha256.update(bytes, start(Column.METADATA), length(Column.METADATA));
        return sha256.digest();
    }

    /** Returns the pseudonym of the stream, if this is its first event: SHA-256(salt ‖ stream id). */
    byte[] pseudonym(MessageDigest sha256) {
        sha256.update(bytes, start(Column.SALT), length(Column.SALT));
        sha256.update(bytes, start(Column.STREAM_ID), length(Column.STREAM_ID));
        return sha256.digest();
    }

    /** Returns the number of bytes hashed for the commitment. */
    int contentBytes() {
        return Integer.BYTES + length(Column.SALT) + length(Column.PAYLOAD) + length(Column.METADATA);
    }

    EventName name() {
        return new EventName(position(), text(Column.STREAM_ID), number(Column.SEQUENCE), text(Column.TYPE));
    }
}

package org.serviceledger.store.verify;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import org.postgresql.util.ByteConverter;

/**
 * A row of the ledger as PostgreSQL sends it in binary: its bytes, and where in them each column stands. Whoever owns the table
 * can empty any column of it: what is absent is empty, and no number.
 */
final class EventRow {

    /** The columns that are read, in this order. */
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

    /** Reads a row that begins at this place of what was sent. */
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
     * What the leaf says about the content: SHA-256(salt ‖ length of payload, four bytes ‖ payload ‖ metadata), over the
     * bytes as they are stored.
     */
    byte[] commitment(MessageDigest sha256) {
        sha256.update(bytes, start(Column.SALT), length(Column.SALT));
        sha256.update(bytes, start(Column.PAYLOAD) - Integer.BYTES, Integer.BYTES + length(Column.PAYLOAD));
        sha256.update(bytes, start(Column.METADATA), length(Column.METADATA));
        return sha256.digest();
    }

    /** What stands for a stream in its leaves, if this is its first event: SHA-256(salt ‖ stream id). */
    byte[] pseudonym(MessageDigest sha256) {
        sha256.update(bytes, start(Column.SALT), length(Column.SALT));
        sha256.update(bytes, start(Column.STREAM_ID), length(Column.STREAM_ID));
        return sha256.digest();
    }

    /** What was hashed for the commitment. */
    int contentBytes() {
        return Integer.BYTES + length(Column.SALT) + length(Column.PAYLOAD) + length(Column.METADATA);
    }

    EventName name() {
        return new EventName(position(), text(Column.STREAM_ID), number(Column.SEQUENCE), text(Column.TYPE));
    }
}

package org.serviceledger.app.imports;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.serviceledger.store.log.Sha256;

/** A set of names that keeps eight bytes of each name's digest, so that millions need little memory. */
final class SeenNames {

    private final MessageDigest digest = Sha256.digest();
    private long[] seen = new long[1 << 12];
    private int count;

    /** Adds the name. Returns whether it was new. */
    boolean add(String name) {
        if (2 * count > seen.length) {
            grow();
        }
        var mark = ByteBuffer.wrap(digest.digest(name.getBytes(StandardCharsets.UTF_8)))
                        .getLong()
                | 1;
        var isNew = put(mark);
        count += isNew ? 1 : 0;
        return isNew;
    }

    private boolean put(long mark) {
        var slot = (int) (mark >>> 1) & (seen.length - 1);
        while (seen[slot] != 0) {
            if (seen[slot] == mark) {
                return false;
            }
            slot = (slot + 1) & (seen.length - 1);
        }
        seen[slot] = mark;
        return true;
    }

    private void grow() {
        var before = seen;
        seen = new long[before.length * 2];
        for (var mark : before) {
            if (mark != 0) {
                put(mark);
            }
        }
    }
}

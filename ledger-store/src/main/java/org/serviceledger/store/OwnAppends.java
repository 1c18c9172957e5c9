package org.serviceledger.store;

import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the ledger this process has appended itself, without anybody else in between, and to which streams. Whoever
 * knew a stream before that part, and finds the ledger ending with it, knows the stream still without reading it.
 *
 * <p>One thread at a time appends and tells; any may ask.
 */
final class OwnAppends {

    /** Streams share places, so that a busy ledger makes some look changed that are not. Four megabytes. */
    private static final int PLACES = 1 << 19;

    private static final int SPREAD = 0x9E3779B9;

    /** Behind the last event of the streams of each place. */
    private final AtomicLongArray ends = new AtomicLongArray(PLACES);

    private volatile Part part = new Part(Long.MAX_VALUE, 0, null);

    /**
     * @param expected the head as it will be when what is being stored is committed
     */
    private record Part(long from, long to, @Nullable LedgerHead expected) {

        boolean endsAt(LedgerHead head) {
            return head.size() <= to || head.equals(expected);
        }
    }

    /** The ledger was found to have this size, with its head locked: what is beyond our own part is not ours. */
    void found(long size) {
        var known = part;
        if (size != known.to || known.from > size) {
            part = new Part(size, size, null);
        }
    }

    /** The batch is about to be stored: from now on it may be seen. */
    void expect(Batch batch) {
        for (var placed : batch.events()) {
            ends.setRelease(place(placed.event().streamId()), placed.position() + 1);
        }
        var known = part;
        part = new Part(known.from, known.to, batch.head());
    }

    void stored(Batch batch) {
        part = new Part(part.from, batch.frontier().size(), null);
    }

    /** A size up to which this process knows the ledger to be committed. */
    long knownSize() {
        return part.to;
    }

    /**
     * Whether nothing was appended to a stream since the ledger had some size.
     *
     * @param head the ledger's head, read since the question arose
     * @return false also if it is not known
     */
    boolean unchanged(String streamId, long since, LedgerHead head) {
        var known = part;
        return known.endsAt(head) && since >= known.from && ends.getAcquire(place(streamId)) <= since;
    }

    private static int place(String streamId) {
        return (streamId.hashCode() * SPREAD) >>> (Integer.SIZE - Integer.numberOfTrailingZeros(PLACES));
    }
}

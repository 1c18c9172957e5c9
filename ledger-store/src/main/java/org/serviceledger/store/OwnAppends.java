package org.serviceledger.store;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the ledger this process has appended itself, without anybody else in between, and to which streams. Whoever
 * knew a stream before that part, and finds the ledger ending with it, knows the stream still without reading it.
 *
 * <p>One thread at a time appends and tells; any may ask.
 */
final class OwnAppends {

    /** Streams share places, so that a busy ledger makes some look changed that are not. Eight megabytes. */
    private static final int PLACES = 1 << 20;

    private static final int SPREAD = 0x9E3779B9;

    /** Behind the last event of the streams of each place. */
    private final AtomicLongArray ends = new AtomicLongArray(PLACES);

    /** Beside what a person or a request takes, at the same time. */
    private static final Duration LATELY = Duration.ofMillis(20);

    private volatile Part part = nothing();
    private long expectedSince;

    /**
     * @param expected the head as it will be when what is being stored is committed
     * @param since a time at which the ledger still ended with this part, on the scale of {@link System#nanoTime}
     */
    private record Part(long from, long to, @Nullable LedgerHead expected, long since) {

        boolean endsAt(LedgerHead head) {
            return head.size() <= to || head.equals(expected);
        }
    }

    /** The ledger was found to have this size, with its head locked: what is beyond our own part is not ours. */
    void found(long size) {
        var known = part;
        long from = size != known.to || known.from > size ? size : known.from;
        part = new Part(from, size, null, System.nanoTime());
    }

    /** The server may have died, and with it what had not reached the disk: nothing is known any more. */
    void forget() {
        part = nothing();
    }

    /**
     * The batch is about to be stored: from now on it may be seen. Whoever knows a stream has known it since its first event, or
     * longer than that: only the later ones can be news.
     */
    void expect(Batch batch) {
        for (var placed : batch.events()) {
            if (placed.event().sequence() > 0) {
                ends.setRelease(place(placed.event().streamId()), placed.position() + 1);
            }
        }
        var known = part;
        part = new Part(known.from, known.to, batch.head(), known.since);
        expectedSince = System.nanoTime();
    }

    /** It is, and was so right behind the part. */
    void stored(Batch batch) {
        part = new Part(part.from, batch.frontier().size(), null, expectedSince);
    }

    /**
     * Whether nothing was appended to a stream since the ledger had some size.
     *
     * @param head the ledger's head, read since the question arose
     * @return false also if it is not known
     */
    boolean unchanged(String streamId, long since, LedgerHead head) {
        var known = part;
        return known.endsAt(head) && unchanged(streamId, since, known);
    }

    /** The same by what was known a moment ago, without looking at the head. */
    boolean unchangedLately(String streamId, long since) {
        var known = part;
        return System.nanoTime() - known.since < LATELY.toNanos() && unchanged(streamId, since, known);
    }

    private boolean unchanged(String streamId, long since, Part known) {
        return since >= known.from && ends.getAcquire(place(streamId)) <= since;
    }

    private static Part nothing() {
        return new Part(Long.MAX_VALUE, 0, null, System.nanoTime() - LATELY.toNanos());
    }

    private static int place(String streamId) {
        return (streamId.hashCode() * SPREAD) >>> (Integer.SIZE - Integer.numberOfTrailingZeros(PLACES));
    }
}

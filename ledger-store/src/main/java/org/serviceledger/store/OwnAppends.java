package org.serviceledger.store;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/**
 * Knows the part of the ledger that this process has appended without other processes in between, and the streams it
 * has appended to there. If a stream was known at a size within that part, and the ledger ends with that part, this
 * class tells whether the stream has changed, without reading it.
 *
 * <p>One thread at a time records appends. Any thread may ask.
 */
final class OwnAppends {

    /**
     * Streams share places, so on a busy ledger some unchanged streams look changed. The places take eight megabytes.
     */
    private static final int PLACES = 1 << 20;

    private static final int SPREAD = 0x9E3779B9;

    /** For each place, the position after the last event of its streams. */
    private final AtomicLongArray ends = new AtomicLongArray(PLACES);

    /** How old an answer may be. Short compared with what a person or a request takes at the same time. */
    private static final Duration LATELY = Duration.ofMillis(20);

    private volatile Part part = nothing();
    private long expectedSince;

    /**
     * @param from the size of the ledger at which this part begins
     * @param to the size of the ledger at which this part ends
     * @param expected the head once the batch that is being stored is committed
     * @param since a time at which the ledger still ended with this part, on the scale of {@link System#nanoTime}
     */
    private record Part(long from, long to, @Nullable LedgerHead expected, long since) {

        boolean endsAt(LedgerHead head) {
            return head.size() <= to || head.equals(expected);
        }
    }

    /**
     * Records the size of the ledger, read while its head was locked. Events beyond the known part belong to other
     * processes.
     */
    void found(long size) {
        var known = part;
        long from = size != known.to || known.from > size ? size : known.from;
        part = new Part(from, size, null, System.nanoTime());
    }

    /** Forgets everything: the server may have died and lost the commits that had not reached the disk. */
    void forget() {
        part = nothing();
    }

    /**
     * Records that the batch is about to be stored. Readers may see it from now on. First events are left out: a caller
     * that knows a stream knows its first event, so only later events can be news.
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

    /** Records that the batch was stored, directly after the known part. */
    void stored(Batch batch) {
        part = new Part(part.from, batch.frontier().size(), null, expectedSince);
    }

    /**
     * Whether nothing was appended to a stream since the ledger had the given size.
     *
     * @param head the head of the ledger, read after the caller began to ask
     * @return false also if this is not known
     */
    boolean unchanged(String streamId, long since, LedgerHead head) {
        var known = part;
        return known.endsAt(head) && unchanged(streamId, since, known);
    }

    /** The same, judged by what this process knew at most 20 ms ago, without reading the head. */
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

package org.serviceledger.store;

import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the ledger this process has appended itself, without anybody else in between, and to which streams. Whoever
 * knew a stream before that part, and finds the ledger ending with it, knows the stream still without reading it.
 *
 * <p>One thread at a time appends and tells; any may ask.
 */
final class OwnAppends {

    private static final int REMEMBERED = 100_000;

    private final Map<String, Last> lasts = new ConcurrentHashMap<>();
    private final Queue<Map.Entry<String, Last>> oldestFirst = new ArrayDeque<>();
    private volatile Part part = new Part(Long.MAX_VALUE, 0, null);

    /** The last event of a stream that this process has stored, or was about to store. */
    private record Last(long sequence, long position) {}

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
            var last = new Last(placed.event().sequence(), placed.position());
            lasts.put(placed.event().streamId(), last);
            oldestFirst.add(Map.entry(placed.event().streamId(), last));
        }
        var known = part;
        part = new Part(known.from, known.to, batch.head());
        while (oldestFirst.size() > REMEMBERED) {
            forget(oldestFirst.remove());
        }
    }

    void stored(Batch batch) {
        part = new Part(part.from, batch.frontier().size(), null);
    }

    /** A size up to which this process knows the ledger to be committed. */
    long knownSize() {
        return part.to;
    }

    /**
     * Whether nothing was appended to a stream after this sequence.
     *
     * @param since a size of the ledger at which it was so
     * @param head the ledger's head, read since the question arose
     * @return false also if it is not known
     */
    boolean unchanged(String streamId, long sequence, long since, LedgerHead head) {
        boolean ours = part.endsAt(head);
        @Nullable Last last = lasts.get(streamId);
        return ours && (last == null || last.sequence <= sequence) && since >= part.from;
    }

    /** First tells that it is forgotten, then forgets: who finds no entry finds the part to begin later. */
    private void forget(Map.Entry<String, Last> oldest) {
        var known = part;
        part = new Part(Math.max(known.from, oldest.getValue().position + 1), known.to, known.expected);
        lasts.remove(oldest.getKey(), oldest.getValue());
    }
}

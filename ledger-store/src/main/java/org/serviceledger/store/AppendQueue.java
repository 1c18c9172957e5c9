package org.serviceledger.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;
import org.serviceledger.store.log.MerkleFrontier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The units of work that wait to be appended. The queue is open while the start of the next batch is known: callers
 * then place their units in that batch on their own threads, while the appender stores the batch before it. While the
 * queue is shut, units wait unplaced until the appender thread takes them. A full queue blocks the caller.
 */
final class AppendQueue {

    private static final Logger LOG = LoggerFactory.getLogger(AppendQueue.class);

    private static final int MOST_EVENTS = 2_000;
    private static final int MOST_BYTES = 8_000_000;
    private static final int GATHERING_PART = 4;
    private static final Duration MOST_GATHERING = Duration.ofMillis(2);
    private static final Duration GATHERING_STEP = Duration.ofNanos(50_000);
    private static final Duration LOOKING_OUT = Duration.ofNanos(50_000);
    private static final Duration POLL = Duration.ofMillis(200);

    private final StreamTails tails;
    private final Function<Set<String>, Map<String, StreamTail>> reader;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private final List<AppendUnit> unplaced = new ArrayList<>();
    private volatile @Nullable Batch open;
    private int units;
    private int events;
    private int bytes;
    private int expected;
    private long lastCommitNanos;
    private final AtomicLong openings = new AtomicLong();
    private volatile int waiting;
    private volatile boolean someUnplaced;
    private volatile @Nullable Thread idle;
    private volatile boolean closed;

    /**
     * Tails that were read during the given opening of the queue. Tails of an earlier opening are not used: the server
     * may have died since, and lost the events they were read from.
     */
    private record ReadTails(long opening, Map<String, StreamTail> tails) {}

    /**
     * @param tails no other thread may use them while the queue is open
     * @param reader reads the tails of streams that are not remembered
     */
    AppendQueue(StreamTails tails, Function<Set<String>, Map<String, StreamTail>> reader) {
        this.tails = tails;
        this.reader = reader;
    }

    void put(AppendUnit unit) {
        var unread = added(unit, null);
        while (!unread.isEmpty()) {
            @Nullable ReadTails read = read(unread);
            if (read == null) {
                locked(() -> {
                    mustNotBeClosed();
                    unplaced.add(unit);
                });
                break;
            }
            unread = added(unit, read);
        }
        LockSupport.unpark(idle);
    }

    private @Nullable ReadTails read(Set<String> streams) {
        long opening = openings.get();
        try {
            return new ReadTails(opening, reader.apply(streams));
        } catch (EventStoreException e) {
            LOG.debug("could not read the tails of streams", e);
            return null;
        }
    }

    /** Queues units again whose commit was lost with the server. Accepts them even if the queue is full or closed. */
    void again(List<AppendUnit> lost) {
        locked(() -> {
            unplace();
            unplaced.addAll(lost);
        });
        LockSupport.unpark(idle);
    }

    /** Refuses new units from now on. The appender still stores the units that are queued. */
    void close() {
        closed = true;
        LockSupport.unpark(idle);
    }

    boolean isClosed() {
        return closed;
    }

    boolean isExhausted() {
        return closed && waiting == 0;
    }

    /** Fails the units that callers added while the queue was closing. */
    void end() {
        locked(this::unplace);
        takeUnplaced().forEach(unit -> unit.failed(closedFailure()));
    }

    /** Waits up to 200 ms for a unit, and then briefly for the further callers that usually follow. */
    void await() {
        lookOut();
        idle = Thread.currentThread();
        long until = System.nanoTime() + POLL.toNanos();
        long left = POLL.toNanos();
        while (waiting == 0 && !closed && left > 0) {
            LockSupport.parkNanos(this, left);
            left = until - System.nanoTime();
        }
        idle = null; // callers need not wake this thread from here on
        gather();
    }

    /** Opens the queue: from now on callers place their units behind this head. */
    void open(MerkleFrontier head) {
        locked(() -> {
            openings.incrementAndGet();
            open = new Batch(head.copy(), tails, Map.of());
        });
    }

    /** Shuts the queue because the start of the next batch is no longer known. Placed units become unplaced. */
    void shut() {
        locked(this::unplace);
    }

    boolean isOpen() {
        return open != null;
    }

    /**
     * Places the units that callers added before the queue was open or could not place themselves. Returns false and
     * keeps them if their tails cannot be read.
     */
    boolean placeTheRest() {
        if (!someUnplaced) {
            return true;
        }
        var rest = takeUnplaced();
        try {
            var read = reader.apply(Batch.unread(rest, event -> true));
            locked(() -> {
                tails.putAll(read);
                rest.forEach(unit -> Objects.requireNonNull(open).add(unit));
            });
            return true;
        } catch (EventStoreException e) {
            LOG.debug("could not read the tails of streams", e);
            defer(rest);
            return false;
        }
    }

    /**
     * Takes the batch placed so far and opens the one that follows it. Returns null if that batch is empty or the queue
     * is shut.
     */
    @Nullable Batch takeBatch() {
        lock.lock();
        try {
            @Nullable Batch taken = open;
            if (taken != null) {
                open = taken.isEmpty() ? taken : taken.following();
                recount();
            }
            return taken == null || taken.isEmpty() ? null : taken;
        } finally {
            lock.unlock();
        }
    }

    /** Records that the batch taken last is committed, and how long that took. */
    void stored(Batch batch, long nanos) {
        locked(() -> {
            tails.putAll(batch.tails());
            @Nullable Batch following = open;
            if (following != null) {
                following.predecessorCommitted();
            }
        });
        answered(batch.units().size(), nanos);
    }

    /** Takes the units that are not placed. */
    List<AppendUnit> takeUnplaced() {
        lock.lock();
        try {
            var taken = List.copyOf(unplaced);
            unplaced.clear();
            recount();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** Queues units for the next batch. */
    void defer(List<AppendUnit> later) {
        locked(() -> unplaced.addAll(later));
    }

    /** Notes how many callers were answered, since most return at once, and how long their commit took. */
    void answered(int callers, long commitNanos) {
        expected = callers + waiting;
        lastCommitNanos = commitNanos;
    }

    /** Adds the unit. Returns the streams whose tails must be read first, or an empty set if the unit was added. */
    private Set<String> added(AppendUnit unit, @Nullable ReadTails read) {
        lock.lock();
        try {
            awaitRoom();
            @Nullable Batch batch = open;
            if (batch == null) {
                unplaced.add(unit);
            } else {
                if (read != null && read.opening == openings.get()) {
                    tails.putAll(read.tails);
                } else {
                    var unread = Batch.unread(List.of(unit), batch::lacksTailOf);
                    if (!unread.isEmpty()) {
                        return unread;
                    }
                }
                batch.add(unit);
            }
            units++;
            waiting = units;
            events += unit.events().size();
            bytes += unit.bytes();
            return Set.of();
        } finally {
            lock.unlock();
        }
    }

    private void awaitRoom() {
        try {
            while (!closed && (events >= MOST_EVENTS || bytes >= MOST_BYTES)) {
                room.await(POLL.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EventStoreException("interrupted before anything was stored", e);
        }
        mustNotBeClosed();
    }

    private void mustNotBeClosed() {
        if (closed) {
            throw closedFailure();
        }
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
            recount();
        } finally {
            lock.unlock();
        }
    }

    private void unplace() {
        @Nullable Batch batch = open;
        if (batch != null) {
            unplaced.addAll(batch.pending());
            open = null;
        }
    }

    private void recount() {
        @Nullable Batch batch = open;
        units = unplaced.size() + (batch == null ? 0 : batch.waiting());
        events = batch == null ? 0 : batch.events().size();
        bytes = batch == null ? 0 : batch.bytes();
        for (var unit : unplaced) {
            events += unit.events().size();
            bytes += unit.bytes();
        }
        waiting = units;
        someUnplaced = !unplaced.isEmpty();
        if (events < MOST_EVENTS && bytes < MOST_BYTES) {
            room.signalAll();
        }
    }

    /**
     * Spins for up to 50 µs if the last unit came alone: its caller usually returns sooner than this thread can be
     * woken.
     */
    private void lookOut() {
        long until = System.nanoTime() + (expected == 1 ? LOOKING_OUT.toNanos() : 0);
        while (waiting == 0 && !closed && System.nanoTime() < until) {
            Thread.onSpinWait();
        }
    }

    /**
     * Waits for the callers that were just answered, since most return at once: at most a quarter of a commit or 2 ms.
     * Without this wait, a batch of one unit would follow a large batch, and all other callers would wait for two
     * commits.
     */
    private void gather() {
        long until = System.nanoTime() + Math.min(lastCommitNanos / GATHERING_PART, MOST_GATHERING.toNanos());
        while (2 * waiting < expected && System.nanoTime() < until) {
            LockSupport.parkNanos(this, GATHERING_STEP.toNanos());
        }
    }

    private static EventStoreException closedFailure() {
        return new EventStoreException("nothing was stored: the event store is closed");
    }
}

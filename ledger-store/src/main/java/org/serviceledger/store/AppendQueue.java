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
 * The units of work that wait to be appended. As long as it is known where the next batch begins, those who bring them
 * place them in it themselves, while another is being stored; else they wait to be placed by the one who takes them out. It
 * holds so many and no more; who comes then waits for room.
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

    /** Read while the queue was open for that time; what was read before may be lost with the server it was read from. */
    private record ReadTails(long opening, Map<String, StreamTail> tails) {}

    /**
     * @param tails not to be touched by others while a batch is open
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

    /** What was committed is lost with the server: these wait again, even if the queue takes no more. */
    void again(List<AppendUnit> lost) {
        locked(() -> {
            unplace();
            unplaced.addAll(lost);
        });
        LockSupport.unpark(idle);
    }

    /** Takes no more; those who wait already are still served. */
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

    /** Tells those who slipped in at the last moment that they came too late. */
    void end() {
        locked(this::unplace);
        takeUnplaced().forEach(unit -> unit.failed(closedFailure()));
    }

    /** Waits until somebody has come, and a little for those who mostly come with him; gives up after a while. */
    void await() {
        lookOut();
        idle = Thread.currentThread();
        long until = System.nanoTime() + POLL.toNanos();
        long left = POLL.toNanos();
        while (waiting == 0 && !closed && left > 0) {
            LockSupport.parkNanos(this, left);
            left = until - System.nanoTime();
        }
        idle = null; // from here on nobody need wake it
        gather();
    }

    /** From now on who comes is placed behind this head. */
    void open(MerkleFrontier head) {
        locked(() -> {
            openings.incrementAndGet();
            open = new Batch(head.copy(), tails, Map.of());
        });
    }

    /** From now on nobody is placed: it is not known any more where the next batch begins. */
    void shut() {
        locked(this::unplace);
    }

    boolean isOpen() {
        return open != null;
    }

    /** Places those who came before the queue was open, or could not be placed. False if that fails still. */
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

    /** The batch that is placed so far, unless it is empty; the next one is to follow it. */
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

    /** The batch taken last is committed, after so long. */
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

    /** Those who wait and are not placed. */
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

    /** Puts units off until the next batch. */
    void defer(List<AppendUnit> later) {
        locked(() -> unplaced.addAll(later));
    }

    /** Notes how many may come again at once, having been answered, and how long their commit took. */
    void answered(int callers, long commitNanos) {
        expected = callers + waiting;
        lastCommitNanos = commitNanos;
    }

    /** Answers with the streams whose tails are needed first; none if the unit is in. */
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

    /** Who appends alone mostly comes again in less time than it takes to wake this thread. */
    private void lookOut() {
        long until = System.nanoTime() + (expected == 1 ? LOOKING_OUT.toNanos() : 0);
        while (waiting == 0 && !closed && System.nanoTime() < until) {
            Thread.onSpinWait();
        }
    }

    /**
     * Those who were just answered mostly come again at once. A short wait for them, short beside a commit, keeps a large
     * batch from being followed by one of a single unit while all the others wait for two commits.
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

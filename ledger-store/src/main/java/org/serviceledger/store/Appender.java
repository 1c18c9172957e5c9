package org.serviceledger.store;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread of this process that appends. It commits together whatever waits, so that many callers share one write
 * to disk; processes take turns on the row of the ledger's head.
 */
final class Appender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Appender.class);

    private static final int QUEUE = 4_096;
    private static final int MOST_EVENTS = 2_000;
    private static final int MOST_BYTES = 8_000_000;
    private static final int LOST_CONNECTIONS = 3;
    private static final int TURNS_TAKEN = 100;
    private static final int GATHERING_PART = 4;
    private static final Duration MOST_GATHERING = Duration.ofMillis(2);
    private static final Duration GATHERING_STEP = Duration.ofNanos(50_000);
    private static final Duration RECONNECT_PAUSE = Duration.ofMillis(100);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final String UNIQUE_VIOLATION = "23505";

    /** How much of what is remembered of the streams' tails to believe. */
    private enum Tails {
        REMEMBERED,
        READ
    }

    /** What one attempt to store a batch has come to; the batch is there from when it may be durable. */
    private static final class Attempt {
        private @Nullable Batch committing;
    }

    private final DataSource dataSource;
    private final HeadSignal head;
    private final Duration patience;
    private final BlockingQueue<AppendUnit> queue = new ArrayBlockingQueue<>(QUEUE);
    private final List<AppendUnit> deferred = new ArrayList<>();
    private final StreamTails tails = new StreamTails();
    private final Thread thread;
    private volatile boolean closed;
    private volatile boolean ended;
    private @Nullable LedgerWriter writer;
    private @Nullable MerkleFrontier lastHead;
    private int othersAppend;
    private int expected;
    private long lastCommitNanos;
    private @Nullable Instant lostSince;

    Appender(DataSource dataSource, HeadSignal head, Duration patience) {
        this.dataSource = dataSource;
        this.head = head;
        this.patience = patience;
        this.thread = Thread.ofPlatform().name("ledger-appender").daemon().start(this::run);
    }

    /** Waits until the unit is durably committed, and answers with its place; throws if it is not. */
    Positions append(AppendUnit unit) {
        boolean interrupted = false;
        try {
            enqueue(unit);
            while (true) {
                try {
                    return unit.outcome().get();
                } catch (InterruptedException e) {
                    interrupted = true; // the commit may be under way: only its end tells what happened
                } catch (ExecutionException e) {
                    throw rethrown(Objects.requireNonNull(e.getCause()));
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join(Duration.ofSeconds(30));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void enqueue(AppendUnit unit) {
        try {
            while (!closed) {
                if (queue.offer(unit, POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                    if (ended && queue.remove(unit)) {
                        break;
                    }
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EventStoreException("interrupted before anything was stored", e);
        }
        throw new EventStoreException("nothing was stored: the event store is closed");
    }

    private void run() {
        while (!closed || !queue.isEmpty() || !deferred.isEmpty()) {
            var units = new ArrayList<>(deferred);
            deferred.clear();
            try {
                if (units.isEmpty()) {
                    @Nullable AppendUnit first = queue.poll(POLL.toMillis(), TimeUnit.MILLISECONDS);
                    if (first == null) {
                        continue;
                    }
                    units.add(first);
                    gather();
                }
                settle(units, Tails.REMEMBERED, 0);
            } catch (Throwable e) {
                LOG.error("the appender stumbled", e);
                disconnect();
                units.forEach(unit -> unit.failed(new AppendOutcomeUnknown("the appender failed: " + e, e)));
            }
        }
        disconnect();
        ended = true;
        queue.forEach(unit -> unit.failed(new EventStoreException("nothing was stored: the event store is closed")));
    }

    /** Brings every one of these units to its end, and what joins them from the queue. */
    private void settle(List<AppendUnit> units, Tails belief, int lost) {
        var attempt = new Attempt();
        try {
            var open = connected();
            long began = System.nanoTime();
            @Nullable MerkleFrontier last = lastHead;
            if (belief == Tails.REMEMBERED && last != null) {
                drainInto(units);
                if (storeAt(last, open, units, attempt)) {
                    lastCommitNanos = System.nanoTime() - began;
                    return;
                }
                othersAppend = TURNS_TAKEN;
            }
            lastHead = null;
            var frontier = open.lockHead();
            if (belief == Tails.REMEMBERED) {
                drainInto(units);
            }
            storeLocked(frontier, open, units, belief, attempt);
            lastCommitNanos = System.nanoTime() - began;
        } catch (SQLException e) {
            lastHead = null;
            if (isConnectionLost(e)) {
                afterLostConnection(units, attempt.committing, lost + 1, e);
            } else {
                afterRefusal(units, belief, lost, e);
            }
        }
    }

    /** As long as no other process appends, the head is where this one left it, and one statement does it all. */
    private boolean storeAt(MerkleFrontier last, LedgerWriter open, List<AppendUnit> units, Attempt attempt)
            throws SQLException {
        var batch = plan(open, last.copy(), units, Tails.REMEMBERED);
        if (!batch.events().isEmpty()) {
            attempt.committing = batch;
            if (!open.store(batch)) {
                attempt.committing = null;
                return false;
            }
        }
        publish(batch);
        return true;
    }

    private void storeLocked(
            MerkleFrontier frontier, LedgerWriter open, List<AppendUnit> units, Tails belief, Attempt attempt)
            throws SQLException {
        var batch = plan(open, frontier, pending(units), belief);
        if (batch.events().isEmpty()) {
            open.rollback();
        } else {
            if (!open.store(batch)) {
                throw new SQLException("the head of the ledger moved although it was locked");
            }
            attempt.committing = batch;
            open.commit();
        }
        publish(batch);
    }

    /**
     * Those who were just answered mostly come again at once. A short wait for them, short beside a commit, keeps a large
     * batch from being followed by one of a single unit while all the others wait for two commits.
     */
    private void gather() {
        long until = System.nanoTime() + Math.min(lastCommitNanos / GATHERING_PART, MOST_GATHERING.toNanos());
        while (queue.size() + 1 < expected && System.nanoTime() < until) {
            LockSupport.parkNanos(GATHERING_STEP.toNanos());
        }
    }

    private void drainInto(List<AppendUnit> units) {
        int events = 0;
        int bytes = 0;
        for (var unit : units) {
            events += unit.events().size();
        }
        while (events < MOST_EVENTS && bytes < MOST_BYTES) {
            @Nullable AppendUnit next = queue.poll();
            if (next == null) {
                return;
            }
            units.add(next);
            events += next.events().size();
            bytes += next.events().stream().mapToInt(PendingEvent::bytes).sum();
        }
    }

    private Batch plan(LedgerWriter open, MerkleFrontier frontier, List<AppendUnit> units, Tails belief)
            throws SQLException {
        var keys = units.stream()
                .map(AppendUnit::idempotencyKey)
                .filter(Objects::nonNull)
                .toList();
        var usedKeys = keys.isEmpty() ? Map.<String, IdempotencyReceipt>of() : open.usedKeys(keys);
        var unread = unread(units, belief);
        if (!unread.isEmpty()) {
            tails.putAll(open.tails(unread));
        }
        var batch = new Batch(frontier, tails, usedKeys);
        units.forEach(batch::add);
        return batch;
    }

    private Set<String> unread(List<AppendUnit> units, Tails belief) {
        var unread = new HashSet<String>();
        for (var unit : units) {
            var seen = new HashSet<String>();
            for (var event : unit.events()) {
                if (seen.add(event.streamId()) && (belief == Tails.READ || mustRead(event))) {
                    unread.add(event.streamId());
                }
            }
        }
        return unread;
    }

    /** Remembered tails may be old but never wrong; the first event of a stream is left to the unique constraint. */
    private boolean mustRead(PendingEvent event) {
        @Nullable StreamTail tail = tails.get(event.streamId());
        return tail == null ? event.sequence() > 0 : event.sequence() > tail.sequence() + 1;
    }

    private void publish(Batch batch) {
        othersAppend = Math.max(0, othersAppend - 1);
        lastHead = othersAppend == 0 ? batch.frontier() : null;
        tails.putAll(batch.tails());
        expected = batch.units().size() + queue.size();
        batch.units().forEach(placed -> placed.unit().stored(placed.positions()));
        deferred.addAll(batch.deferred());
        if (!batch.events().isEmpty()) {
            head.grownTo(batch.frontier().size());
        }
    }

    /** Goes through the batch again with fresh eyes, and then unit by unit, so that only the guilty one fails. */
    private void afterRefusal(List<AppendUnit> units, Tails belief, int lost, SQLException refusal) {
        try {
            connected().rollback();
        } catch (SQLException e) {
            disconnect();
        }
        if (belief == Tails.REMEMBERED) {
            tails.forgetAll();
            settle(pending(units), Tails.READ, lost);
        } else if (units.size() > 1) {
            pending(units).forEach(unit -> settle(List.of(unit), Tails.READ, lost));
        } else {
            units.forEach(unit -> unit.failed(explained(unit, refusal)));
        }
    }

    private static List<AppendUnit> pending(List<AppendUnit> units) {
        return units.stream().filter(unit -> !unit.outcome().isDone()).toList();
    }

    private static RuntimeException explained(AppendUnit unit, SQLException refusal) {
        return UNIQUE_VIOLATION.equals(refusal.getSQLState())
                ? Batch.alreadyStored(unit.first(), refusal)
                : new EventStoreException(
                        "the events of stream %s were not stored: %s"
                                .formatted(unit.first().streamId(), refusal.getMessage()),
                        refusal);
    }

    /** Finds out on a new connection what became of the commit; only if there is none in time, nobody knows. */
    private void afterLostConnection(
            List<AppendUnit> units, @Nullable Batch committing, int lost, SQLException failure) {
        LOG.warn("lost the connection to the database while appending: {}", failure.getMessage());
        disconnect();
        try {
            if (lost <= LOST_CONNECTIONS) {
                reconnect();
                if (committing != null && connected().holds(committing)) {
                    publish(committing);
                } else {
                    settle(new ArrayList<>(pending(units)), Tails.READ, lost);
                }
                return;
            }
        } catch (SQLException e) {
            failure.addSuppressed(e);
            disconnect();
        }
        for (var unit : pending(units)) {
            unit.failed(
                    committing == null
                            ? new EventStoreException(
                                    "nothing was stored: the database does not answer (" + failure.getMessage() + ")",
                                    failure)
                            : new AppendOutcomeUnknown(
                                    "the database went away during the commit and did not come back in time;"
                                            + " the events of stream %s may be stored or not"
                                                    .formatted(unit.first().streamId()),
                                    failure));
        }
    }

    private void reconnect() throws SQLException {
        var since = lostSince == null ? Instant.now() : lostSince;
        lostSince = since;
        while (true) {
            try {
                connected();
                lostSince = null;
                return;
            } catch (SQLException e) {
                if (closed || Instant.now().isAfter(since.plus(patience))) {
                    throw e;
                }
            }
            try {
                Thread.sleep(RECONNECT_PAUSE);
            } catch (InterruptedException e) {
                throw new SQLException("interrupted while reconnecting", e);
            }
        }
    }

    private LedgerWriter connected() throws SQLException {
        @Nullable LedgerWriter open = writer;
        if (open == null) {
            var connection = dataSource.getConnection();
            try {
                open = new LedgerWriter(connection);
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
            writer = open;
        }
        return open;
    }

    private void disconnect() {
        @Nullable LedgerWriter open = writer;
        writer = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                LOG.debug("closing a lost connection", e);
            }
        }
    }

    /** Whether the session is gone (class 08, shutdown 57P0x), or could not be had at all. */
    private static boolean isConnectionLost(SQLException e) {
        @Nullable String state = e.getSQLState();
        return state == null
                || state.startsWith("08")
                || state.startsWith("57P")
                || e instanceof SQLNonTransientConnectionException
                || e instanceof SQLTransientConnectionException;
    }

    private static RuntimeException rethrown(Throwable failure) {
        return switch (failure) {
            case RuntimeException exception -> exception;
            case Error error -> throw error;
            case Throwable other -> new EventStoreException(String.valueOf(other.getMessage()), other);
        };
    }
}

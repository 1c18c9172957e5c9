package org.serviceledger.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
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

    private static final int LOST_CONNECTIONS = 3;
    private static final int TURNS_TAKEN = 100;
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

    private final OpenWriter writer;
    private final HeadSignal head;
    private final AppendQueue queue = new AppendQueue();
    private final StreamTails tails = new StreamTails();
    private final Thread thread;
    private @Nullable MerkleFrontier lastHead;
    private int othersAppend;

    Appender(DataSource dataSource, HeadSignal head, Duration patience) {
        this.writer = new OpenWriter(dataSource, patience);
        this.head = head;
        this.thread = Thread.ofPlatform().name("ledger-appender").daemon().start(this::run);
    }

    /** Waits until the unit is durably committed, and answers with its place; throws if it is not. */
    Positions append(AppendUnit unit) {
        boolean interrupted = false;
        try {
            queue.put(unit);
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
        queue.close();
        try {
            thread.join(Duration.ofSeconds(30));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!queue.isExhausted()) {
            List<AppendUnit> units = List.of();
            try {
                units = queue.next();
                if (!units.isEmpty()) {
                    settle(units, Tails.REMEMBERED, 0);
                }
            } catch (Throwable e) {
                LOG.error("the appender stumbled", e);
                writer.close();
                units.forEach(unit -> unit.failed(new AppendOutcomeUnknown("the appender failed: " + e, e)));
            }
        }
        writer.close();
        queue.end();
    }

    /** Brings every one of these units to its end, and what joins them from the queue. */
    private void settle(List<AppendUnit> units, Tails belief, int lost) {
        var attempt = new Attempt();
        try {
            var open = writer.get();
            long began = System.nanoTime();
            @Nullable MerkleFrontier last = lastHead;
            if (belief == Tails.REMEMBERED && last != null) {
                queue.drainInto(units);
                if (storeAt(last, open, units, attempt)) {
                    queue.committedIn(System.nanoTime() - began);
                    return;
                }
                othersAppend = TURNS_TAKEN;
            }
            lastHead = null;
            var frontier = open.lockHead();
            if (belief == Tails.REMEMBERED) {
                queue.drainInto(units);
            }
            storeLocked(frontier, open, units, belief, attempt);
            queue.committedIn(System.nanoTime() - began);
        } catch (SQLException e) {
            lastHead = null;
            if (OpenWriter.isLost(e)) {
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
        queue.answered(batch.units().size());
        batch.units().forEach(placed -> placed.unit().stored(placed.positions()));
        queue.defer(batch.deferred());
        if (!batch.events().isEmpty()) {
            head.grownTo(batch.frontier().size());
        }
    }

    /** Goes through the batch again with fresh eyes, and then unit by unit, so that only the guilty one fails. */
    private void afterRefusal(List<AppendUnit> units, Tails belief, int lost, SQLException refusal) {
        try {
            writer.get().rollback();
        } catch (SQLException e) {
            writer.close();
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
        writer.close();
        try {
            if (lost <= LOST_CONNECTIONS) {
                writer.awaitDatabase(queue::isClosed);
                if (committing != null && writer.get().holds(committing)) {
                    publish(committing);
                } else {
                    settle(new ArrayList<>(pending(units)), Tails.READ, lost);
                }
                return;
            }
        } catch (SQLException e) {
            failure.addSuppressed(e);
            writer.close();
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

    private static RuntimeException rethrown(Throwable failure) {
        return switch (failure) {
            case RuntimeException exception -> exception;
            case Error error -> throw error;
            case Throwable other -> new EventStoreException(String.valueOf(other.getMessage()), other);
        };
    }
}

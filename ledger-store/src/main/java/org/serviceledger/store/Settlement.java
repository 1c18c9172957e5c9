package org.serviceledger.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;
import org.serviceledger.store.StoreStatement.Flush;
import org.serviceledger.store.log.MerkleFrontier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores or fails units of work under the lock of the ledger's head, whatever other processes append and whatever goes
 * wrong. Not thread-safe.
 */
final class Settlement {

    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);

    private static final int LOST_CONNECTIONS = 3;
    private static final int TURNS_TAKEN = 100;
    private static final String UNIQUE_VIOLATION = "23505";

    /** Whether remembered tails of streams are trusted or all tails are read again. */
    private enum Belief {
        REMEMBERED,
        READ
    }

    /**
     * One attempt to store a batch. {@code committing} is set right before the commit: from then on the batch may be
     * durable.
     */
    private static final class Attempt {
        private @Nullable Batch committing;
    }

    private final OpenWriter writer;
    private final AppendQueue queue;
    private final StreamTails tails;
    private final OwnAppends own;
    private final Flusher flusher;
    private final List<AppendUnit> joined = new ArrayList<>();
    private @Nullable MerkleFrontier lastHead;
    private int othersAppend;

    Settlement(OpenWriter writer, AppendQueue queue, StreamTails tails, OwnAppends own, Flusher flusher) {
        this.writer = writer;
        this.queue = queue;
        this.tails = tails;
        this.own = own;
        this.flusher = flusher;
    }

    /** Takes the head where this process has just left it; null if other processes seem to append. */
    @Nullable MerkleFrontier takeLastHead() {
        @Nullable MerkleFrontier taken = lastHead;
        lastHead = null;
        return taken;
    }

    void forgetHead() {
        lastHead = null;
        writer.close();
    }

    /** Takes the units that joined from the queue since the last call, whether or not their callers have an answer. */
    List<AppendUnit> takeJoined() {
        var taken = List.copyOf(joined);
        joined.clear();
        return taken;
    }

    /** Stores or fails all these units, and those that join them from the queue. */
    void settle(List<AppendUnit> units) {
        settle(new ArrayList<>(units), Belief.REMEMBERED, 0);
    }

    /** Does the same after another process was found to append. The next hundred batches lock the head first. */
    void settleBehindOthers(Batch batch) {
        othersAppend = TURNS_TAKEN;
        settle(batch.pending());
    }

    /** Does the same after storing the batch has failed. */
    void settleAfter(SQLException failure, Batch batch) {
        lastHead = null;
        recover(failure, batch.pending(), batch, Belief.REMEMBERED, 0);
    }

    private void settle(List<AppendUnit> units, Belief belief, int lost) {
        var attempt = new Attempt();
        try {
            var open = writer.get();
            lastHead = null;
            var frontier = open.lockHead();
            own.found(frontier.size());
            if (belief == Belief.REMEMBERED) {
                var joining = queue.takeUnplaced();
                joined.addAll(joining);
                units.addAll(joining);
            }
            storeLocked(frontier, open, units, belief, attempt);
        } catch (SQLException e) {
            lastHead = null;
            recover(e, units, attempt.committing, belief, lost);
        }
    }

    private void recover(
            SQLException failure, List<AppendUnit> units, @Nullable Batch committing, Belief belief, int lost) {
        if (OpenWriter.isLost(failure)) {
            afterLostConnection(units, committing, lost + 1, failure);
        } else {
            afterRefusal(units, belief, lost, failure);
        }
    }

    private void storeLocked(
            MerkleFrontier frontier, LedgerWriter open, List<AppendUnit> units, Belief belief, Attempt attempt)
            throws SQLException {
        long began = System.nanoTime();
        var batch = plan(open, frontier, pending(units), belief);
        if (batch.isEmpty()) {
            open.rollback();
        } else {
            own.expect(batch);
            if (!open.store(batch, Flush.LATER)) {
                throw new SQLException("the head of the ledger moved although it was locked");
            }
            attempt.committing = batch;
            open.commit();
        }
        publish(batch, System.nanoTime() - began);
    }

    private Batch plan(LedgerWriter open, MerkleFrontier frontier, List<AppendUnit> units, Belief belief)
            throws SQLException {
        var keys = units.stream()
                .map(AppendUnit::idempotencyKey)
                .filter(Objects::nonNull)
                .toList();
        var usedKeys = keys.isEmpty() ? Map.<String, IdempotencyReceipt>of() : open.usedKeys(keys);
        var batch = new Batch(frontier, tails, usedKeys);
        var unread = Batch.unread(units, event -> belief == Belief.READ || batch.lacksTailOf(event));
        if (!unread.isEmpty()) {
            tails.putAll(open.tails(unread));
        }
        units.forEach(batch::add);
        return batch;
    }

    private void publish(Batch batch, long nanos) {
        othersAppend = Math.max(0, othersAppend - 1);
        lastHead = othersAppend == 0 ? batch.frontier() : null;
        tails.putAll(batch.tails());
        queue.answered(batch.units().size(), nanos);
        queue.defer(batch.takeDeferred());
        if (!batch.isEmpty()) {
            own.stored(batch);
            flusher.add(batch);
        }
    }

    /** Tries the batch again with all tails read, and then unit by unit, so that only the conflicting unit fails. */
    private void afterRefusal(List<AppendUnit> units, Belief belief, int lost, SQLException refusal) {
        try {
            writer.get().rollback();
        } catch (SQLException e) {
            writer.close();
        }
        if (belief == Belief.REMEMBERED) {
            tails.forgetAll();
            settle(pending(units), Belief.READ, lost);
        } else if (units.size() > 1) {
            pending(units).forEach(unit -> settle(List.of(unit), Belief.READ, lost));
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

    /**
     * Looks on a new connection whether the commit succeeded. If there is no connection in time, the outcome is
     * unknown.
     */
    private void afterLostConnection(
            List<AppendUnit> units, @Nullable Batch committing, int lost, SQLException failure) {
        LOG.warn("lost the connection to the database while appending: {}", failure.getMessage());
        writer.close();
        tails.forgetAll();
        own.forget();
        try {
            if (lost <= LOST_CONNECTIONS) {
                writer.awaitDatabase(queue::isClosed);
                if (committing != null && writer.get().holds(committing)) {
                    publish(committing, 0);
                } else {
                    settle(new ArrayList<>(pending(units)), Belief.READ, lost);
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
                            : AppendOutcomeUnknown.of(unit, failure));
        }
    }
}

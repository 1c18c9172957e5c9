package org.serviceledger.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.serviceledger.store.StoreStatement.Flush;
import org.serviceledger.store.log.MerkleFrontier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread of this process that appends. It commits all waiting units together, so that many callers share one
 * write to disk. Processes take turns on the row of the ledger's head.
 */
final class Appender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Appender.class);

    private static final int MOST_TOGETHER = 64;

    private final OpenWriter writer;
    private final OwnAppends own;
    private final IdempotencyKeys keys;
    private final SharedQuery<Set<String>, Map<String, StreamTail>> tailReader;
    private final AppendQueue queue;
    private final Flusher flusher;
    private final Settlement settlement;
    private final Thread thread;

    Appender(DataSource dataSource, HeadSignal head, OwnAppends own, Durability durability, Duration patience) {
        this.writer = new OpenWriter(dataSource, patience);
        this.own = own;
        this.keys = new IdempotencyKeys(dataSource);
        this.tailReader = new SharedQuery<>(dataSource, 1, MOST_TOGETHER, Duration.ZERO, connection -> {
            var query = new TailQuery(connection);
            return wanted -> Collections.nCopies(
                    wanted.size(),
                    query.tails(wanted.stream().flatMap(Set::stream).toList()));
        });
        var tails = new StreamTails();
        this.queue = new AppendQueue(tails, tailReader::ask);
        this.flusher = new Flusher(dataSource, patience, queue, durability, head);
        this.settlement = new Settlement(writer, queue, tails, own, flusher);
        this.thread = Thread.ofPlatform().name("ledger-appender").daemon().start(this::run);
    }

    /**
     * Waits until the unit is durably committed and returns its positions. Throws if nothing was stored, or with
     * {@link AppendOutcomeUnknown} if that is not known.
     */
    Positions append(AppendUnit unit) {
        boolean interrupted = false;
        try {
            queue.put(unit);
            while (true) {
                try {
                    return unit.outcome().get();
                } catch (InterruptedException e) {
                    interrupted = true; // the commit may be under way, so wait for its outcome
                } catch (ExecutionException e) {
                    throw refusal(unit, Objects.requireNonNull(e.getCause()));
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
        do {
            appendWhatComes();
            flusher.awaitIdle();
        } while (!queue.isExhausted()); // the flusher may have queued lost units again
        tailReader.close();
        writer.close();
        flusher.close();
        queue.end();
    }

    private void appendWhatComes() {
        while (!queue.isExhausted()) {
            queue.await();
            if (queue.isOpen() && queue.placeTheRest()) {
                @Nullable Batch batch = queue.takeBatch();
                if (batch != null) {
                    guarded(batch.pending(), () -> store(batch));
                }
            } else {
                queue.shut();
                var units = queue.takeUnplaced();
                if (!units.isEmpty()) {
                    guarded(units, () -> settlement.settle(units));
                }
            }
        }
    }

    /**
     * Stores the batch in one statement, which succeeds as long as no other process has moved the head. The flusher
     * thread flushes only batches large enough to be copied. These take longer to store than to flush, so the hand-over
     * pays.
     */
    private void store(Batch batch) {
        long began = System.nanoTime();
        own.expect(batch);
        var flush = StoreStatement.isCopied(batch) ? Flush.LATER : Flush.WITH_COMMIT;
        try {
            if (writer.get().store(batch, flush)) {
                own.stored(batch);
                switch (flush) {
                    case WITH_COMMIT -> flusher.durable(batch);
                    case LATER -> flusher.add(batch);
                }
                queue.stored(batch, System.nanoTime() - began);
                return;
            }
            queue.shut();
            settlement.settleBehindOthers(batch);
        } catch (SQLException e) {
            queue.shut();
            settlement.settleAfter(e, batch);
        }
    }

    /** Runs the work. If it fails unexpectedly, fails its units too, so that no caller waits for ever. */
    private void guarded(List<AppendUnit> units, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            LOG.error("the appender stumbled", e);
            queue.shut();
            settlement.forgetHead();
            Stream.concat(units.stream(), settlement.takeJoined().stream())
                    .forEach(unit -> unit.failed(new AppendOutcomeUnknown("the appender failed: " + e, e)));
        }
        settlement.takeJoined();
        @Nullable MerkleFrontier last = settlement.takeLastHead();
        if (last != null) {
            queue.open(last);
        }
    }

    /**
     * Returns the exception for the caller. A repeated request usually conflicts with the events of the first one, and
     * is reported as a repetition all the same.
     */
    private RuntimeException refusal(AppendUnit unit, Throwable cause) {
        @Nullable String key = unit.idempotencyKey();
        if (key != null
                && (cause instanceof ConcurrencyException
                        || cause instanceof AggregateStreamCreationException
                        || cause instanceof IdempotencyKeyUsed)) {
            var used = keys.find(key);
            if (used.isPresent()) {
                return new IdempotencyKeyUsed(used.get());
            }
        }
        return cause instanceof IdempotencyKeyUsed
                ? new EventStoreException("nothing was stored: the server died with the first request under this key")
                : rethrown(cause);
    }

    private static RuntimeException rethrown(Throwable failure) {
        return switch (failure) {
            case RuntimeException exception -> exception;
            case Error error -> throw error;
            case Throwable other -> new EventStoreException(String.valueOf(other.getMessage()), other);
        };
    }
}

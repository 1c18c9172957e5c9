package org.serviceledger.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread of this process that waits for the disk. Batches reach it committed but not yet durable, so that the
 * appender can store the next one meanwhile. Callers are answered only when their batch is durable.
 */
final class Flusher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Flusher.class);

    private static final int LOST_CONNECTIONS = 3;

    private final OpenWriter writer;
    private final AppendQueue queue;
    private final Durability durability;
    private final HeadSignal head;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Batch> committed = new ArrayList<>();
    private final Thread thread;
    private boolean flushing;
    private boolean closed;

    Flusher(DataSource dataSource, Duration patience, AppendQueue queue, Durability durability, HeadSignal head) {
        this.writer = new OpenWriter(dataSource, patience);
        this.queue = queue;
        this.durability = durability;
        this.head = head;
        this.thread = Thread.ofPlatform().name("ledger-flusher").daemon().start(this::run);
    }

    /** Adds a committed batch. Batches are added in the order of their commits. */
    void add(Batch batch) {
        lock.lock();
        try {
            committed.add(batch);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until no batch is left to flush. */
    void awaitIdle() {
        lock.lock();
        try {
            while (!committed.isEmpty() || flushing) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Records that everything up to the end of this batch is durable, and answers its callers. */
    void durable(Batch batch) {
        durability.reached(batch.frontier().size());
        head.grownTo(batch.frontier().size());
        acknowledge(batch);
    }

    /** Finishes the batches that were added, then ends the thread. No batch may be added afterwards. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        for (var batches = take(); !batches.isEmpty(); batches = take()) {
            try {
                flush(batches);
            } catch (RuntimeException | Error e) {
                LOG.error("the flusher stumbled", e);
                writer.close();
                batches.forEach(batch -> unknown(batch, e));
            }
        }
        writer.close();
    }

    /** Waits for batches and takes them. Returns an empty list once the flusher is closed. */
    private List<Batch> take() {
        lock.lock();
        try {
            flushing = false;
            changed.signalAll();
            while (committed.isEmpty() && !closed) {
                changed.awaitUninterruptibly();
            }
            var taken = List.copyOf(committed);
            committed.clear();
            flushing = !taken.isEmpty();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private void flush(List<Batch> batches) {
        try {
            writer.get().flush();
            batches.forEach(this::durable);
        } catch (SQLException e) {
            recover(batches, e);
        }
    }

    /** Finds out on a new connection which batches survived. Batches that the server has lost are queued again. */
    private void recover(List<Batch> batches, SQLException failure) {
        LOG.warn("lost the connection to the database before what was committed was durable: {}", failure.getMessage());
        for (int lost = 1; lost <= LOST_CONNECTIONS; lost++) {
            writer.close();
            try {
                writer.awaitDatabase(queue::isClosed);
                settle(batches);
                return;
            } catch (SQLException e) {
                failure.addSuppressed(e);
            }
        }
        writer.close();
        batches.forEach(batch -> unknown(batch, failure));
    }

    private void settle(List<Batch> batches) throws SQLException {
        var held = new ArrayList<Batch>();
        for (var batch : batches) {
            if (writer.get().holds(batch)) {
                held.add(batch);
            }
        }
        writer.get().flush();
        for (var batch : batches) {
            if (held.contains(batch)) {
                durable(batch);
            } else {
                queue.again(batch.pending());
            }
        }
    }

    private static void unknown(Batch batch, Throwable failure) {
        batch.pending().forEach(unit -> unit.failed(AppendOutcomeUnknown.of(unit, failure)));
    }

    /**
     * Answers the callers. Several callers are woken on another thread: that takes as long as storing their units, and
     * this thread can flush meanwhile.
     */
    private static void acknowledge(Batch batch) {
        if (batch.units().size() == 1) {
            batch.acknowledge();
        } else {
            Thread.startVirtualThread(batch::acknowledge);
        }
    }
}

package org.serviceledger.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads streams, those that are asked for at the same time with one query. There is no thread of its own: of those who
 * wait, a few at a time fetch for all.
 */
final class StreamLoader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StreamLoader.class);

    /** The fewer fetch at once, the more streams share a query; the database needs processors for the others too. */
    private static final int FETCHERS = Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, 4);

    private static final int MOST_STREAMS = 64;

    private static final String LOAD = """
            SELECT wanted.number, event.*
            FROM unnest(?::text[], ?::bigint[]) WITH ORDINALITY AS wanted (stream_id, first, number)
            CROSS JOIN LATERAL (
                SELECT %s FROM ledger_event
                WHERE stream_id = wanted.stream_id AND sequence >= wanted.first
                ORDER BY sequence LIMIT ?) AS event
            ORDER BY wanted.number, event.sequence""".formatted(StoredEvent.COLUMNS);

    private final DataSource dataSource;
    private final int limit;
    private final Queue<Wanted> queue = new ConcurrentLinkedQueue<>();
    private final Queue<Fetcher> idle = new ConcurrentLinkedQueue<>();
    private final Semaphore fetchers = new Semaphore(FETCHERS);

    private static final class Wanted {

        private final String streamId;
        private final long first;
        private final Thread reader = Thread.currentThread();
        private final List<StoredEvent> events = new ArrayList<>();
        private volatile boolean done;
        private @Nullable EventStoreException failure;

        Wanted(String streamId, long first) {
            this.streamId = streamId;
            this.first = first;
        }

        void finish(@Nullable EventStoreException failed) {
            failure = failed;
            done = true;
            LockSupport.unpark(reader);
        }
    }

    StreamLoader(DataSource dataSource, int limit) {
        this.dataSource = dataSource;
        this.limit = limit;
    }

    /** The events of a stream from a sequence on, at most as many as the limit says. */
    List<StoredEvent> load(String streamId, long firstSequence) {
        var wanted = new Wanted(streamId, firstSequence);
        queue.add(wanted);
        boolean interrupted = false;
        while (!wanted.done) {
            if (fetchers.tryAcquire()) {
                fetchForAll();
            } else {
                LockSupport.park(this);
                interrupted |= Thread.interrupted();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (wanted.failure != null) {
            throw new EventStoreException("could not load the stream " + streamId, wanted.failure);
        }
        return wanted.events;
    }

    private void fetchForAll() {
        var together = new ArrayList<Wanted>();
        try {
            for (@Nullable Wanted next = queue.poll(); next != null; next = queue.poll()) {
                together.add(next);
                if (together.size() == MOST_STREAMS) {
                    break;
                }
            }
            if (!together.isEmpty()) {
                fetch(together);
            }
        } finally {
            fetchers.release();
            @Nullable Wanted waiting = queue.peek();
            if (waiting != null) {
                LockSupport.unpark(waiting.reader);
            }
        }
    }

    private void fetch(List<Wanted> together) {
        @Nullable EventStoreException failure = null;
        try {
            @Nullable Fetcher kept = idle.poll();
            if (kept == null || !fetched(kept, together)) {
                fetchAnew(together);
            }
        } catch (SQLException | RuntimeException e) {
            failure = new EventStoreException(Objects.toString(e.getMessage()), e);
        }
        for (var wanted : together) {
            wanted.finish(failure);
        }
    }

    /** A connection that was kept may have been lost meanwhile; a fresh one tells whether the database is there. */
    private boolean fetched(Fetcher kept, List<Wanted> together) {
        try {
            kept.fetch(together, limit);
            idle.add(kept);
            return true;
        } catch (SQLException e) {
            LOG.debug("loading again on another connection", e);
            kept.close();
            together.forEach(wanted -> wanted.events.clear());
            return false;
        }
    }

    private void fetchAnew(List<Wanted> together) throws SQLException {
        var fetcher = new Fetcher(dataSource.getConnection());
        try {
            fetcher.fetch(together, limit);
            idle.add(fetcher);
        } catch (SQLException e) {
            fetcher.close();
            throw e;
        }
    }

    @Override
    public void close() {
        for (@Nullable Fetcher kept = idle.poll(); kept != null; kept = idle.poll()) {
            kept.close();
        }
    }

    /** A connection kept for its prepared query. */
    private static final class Fetcher {

        private final Connection connection;
        private final PreparedStatement query;

        Fetcher(Connection connection) throws SQLException {
            this.connection = connection;
            connection.setAutoCommit(true);
            GenericPlans.on(connection);
            this.query = connection.prepareStatement(LOAD);
        }

        void fetch(List<Wanted> together, int limit) throws SQLException {
            query.setObject(1, together.stream().map(wanted -> wanted.streamId).toArray(String[]::new));
            query.setObject(
                    2, together.stream().mapToLong(wanted -> wanted.first).toArray());
            query.setInt(3, limit);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    together.get(rows.getInt(1) - 1).events.add(StoredEvent.of(rows, 1));
                }
            }
        }

        void close() {
            try (connection) {
                GenericPlans.off(connection);
            } catch (SQLException e) {
                LOG.debug("closing a lost connection", e);
            }
        }
    }
}

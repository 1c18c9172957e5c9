package org.serviceledger.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
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
 * Lets callers that ask at the same time share one query. There is no extra thread: a few of the waiting callers run
 * the query for all of them. An answer is never older than its question.
 */
final class SharedQuery<Q, A> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SharedQuery.class);

    private final DataSource dataSource;
    private final int mostTogether;
    private final Opening<Q, A> opening;
    private final Queue<Asked<Q, A>> queue = new ConcurrentLinkedQueue<>();
    private final Queue<Kept<Q, A>> idle = new ConcurrentLinkedQueue<>();
    private final Semaphore askers;
    private final long gatheringNanos;
    private volatile int lastTogether;

    /** A query prepared on a connection. It returns the answers in the order of the questions. */
    interface Prepared<Q, A> {
        List<A> answer(List<Q> questions) throws SQLException;
    }

    /** Prepares the query on a connection that is kept for it. */
    interface Opening<Q, A> {
        Prepared<Q, A> on(Connection connection) throws SQLException;
    }

    /**
     * @param atOnce how many queries may run at the same time, each on a connection of its own
     * @param mostTogether how many questions may share a query
     * @param gathering how long to wait for more questions after a query that several questions shared
     */
    SharedQuery(DataSource dataSource, int atOnce, int mostTogether, Duration gathering, Opening<Q, A> opening) {
        this.gatheringNanos = gathering.toNanos();
        this.dataSource = dataSource;
        this.mostTogether = mostTogether;
        this.opening = opening;
        this.askers = new Semaphore(atOnce);
    }

    /** Waits for the answer. Throws {@link EventStoreException} if the query fails. */
    A ask(Q question) {
        var asked = new Asked<Q, A>(question);
        queue.add(asked);
        boolean interrupted = false;
        while (!asked.done) {
            if (askers.tryAcquire()) {
                askForAll();
            } else {
                LockSupport.park(this);
                interrupted |= Thread.interrupted();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (asked.failure != null) {
            throw new EventStoreException(Objects.toString(asked.failure.getMessage()), asked.failure);
        }
        return Objects.requireNonNull(asked.answer);
    }

    private void askForAll() {
        var together = new ArrayList<Asked<Q, A>>();
        try {
            if (lastTogether > 1 && gatheringNanos > 0) {
                LockSupport.parkNanos(this, gatheringNanos);
            }
            for (@Nullable Asked<Q, A> next = queue.poll(); next != null; next = queue.poll()) {
                together.add(next);
                if (together.size() == mostTogether) {
                    break;
                }
            }
            if (!together.isEmpty()) {
                lastTogether = together.size();
                askFor(together);
            }
        } finally {
            askers.release();
            @Nullable Asked<Q, A> waiting = queue.peek();
            if (waiting != null) {
                LockSupport.unpark(waiting.asker);
            }
        }
    }

    private void askFor(List<Asked<Q, A>> together) {
        var questions = together.stream().map(asked -> asked.question).toList();
        try {
            var answers = answers(questions);
            for (int i = 0; i < answers.size(); i++) {
                together.get(i).answered(answers.get(i));
            }
        } catch (SQLException | RuntimeException e) {
            together.forEach(asked -> asked.failed(e));
        }
    }

    /**
     * Runs the query on a kept connection, which may have been lost meanwhile. If that fails, runs it on a new
     * connection.
     */
    private List<A> answers(List<Q> questions) throws SQLException {
        @Nullable Kept<Q, A> kept = idle.poll();
        if (kept != null) {
            try {
                return answers(kept, questions);
            } catch (SQLException e) {
                LOG.debug("asking again on another connection", e);
            }
        }
        return answers(open(), questions);
    }

    private List<A> answers(Kept<Q, A> on, List<Q> questions) throws SQLException {
        try {
            var answers = on.query.answer(questions);
            idle.add(on);
            return answers;
        } catch (SQLException | RuntimeException e) {
            on.close();
            throw e;
        }
    }

    private Kept<Q, A> open() throws SQLException {
        var connection = dataSource.getConnection();
        try {
            connection.setAutoCommit(true);
            GenericPlans.on(connection);
            return new Kept<>(connection, opening.on(connection));
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public void close() {
        for (@Nullable Kept<Q, A> kept = idle.poll(); kept != null; kept = idle.poll()) {
            kept.close();
        }
    }

    private static final class Asked<Q, A> {

        private final Q question;
        private final Thread asker = Thread.currentThread();
        private volatile boolean done;
        private @Nullable A answer;
        private @Nullable Exception failure;

        Asked(Q question) {
            this.question = question;
        }

        void answered(A found) {
            answer = found;
            done = true;
            LockSupport.unpark(asker);
        }

        void failed(Exception why) {
            failure = why;
            done = true;
            LockSupport.unpark(asker);
        }
    }

    private record Kept<Q, A>(Connection connection, Prepared<Q, A> query) {

        void close() {
            try (connection) {
                GenericPlans.off(connection);
            } catch (SQLException e) {
                LOG.debug("closing a lost connection", e);
            }
        }
    }
}

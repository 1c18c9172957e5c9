package org.serviceledger.store.outage;

import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.serviceledger.words.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the database twice a second, on a connection of its own, whether it answers and how many events the ledger
 * holds. Other threads read the last answer from memory. Only {@link #sizeNow} waits for the database, for half a
 * second at most.
 */
public final class DatabaseWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseWatch.class);

    private static final Duration EVERY = Duration.ofMillis(500);
    private static final Duration AFTER_A_FAILURE = Duration.ofMillis(200);
    private static final Duration GLANCE = Duration.ofMillis(1);

    /** A database that has not answered for this long counts as away. */
    private static final Duration SILENCE = Duration.ofMillis(1_700);

    /** After this long without an answer, threads that wait on an open connection are told too. */
    private static final Duration LONG_SILENCE = Duration.ofSeconds(3);

    private static final String LOOK = """
            SELECT size, pg_is_in_recovery() OR current_setting('default_transaction_read_only') = 'on'
            FROM ledger_head""";

    private final Connecting connecting;
    private final Runnable afterLongSilence;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread asker;
    private final Thread listener;
    private volatile long answeredAt = System.nanoTime();
    private volatile @Nullable SQLException failure;
    private volatile boolean readOnly;
    private volatile long size;
    private volatile boolean hurried;

    /** Opens a connection whose reads time out after some seconds. */
    @FunctionalInterface
    public interface Connecting {
        Connection connect() throws SQLException;
    }

    private DatabaseWatch(Connecting connecting, Runnable afterLongSilence) {
        this.connecting = connecting;
        this.afterLongSilence = afterLongSilence;
        this.asker = Thread.ofPlatform().name("database-watch").daemon().unstarted(this::ask);
        this.listener = Thread.ofPlatform().name("database-silence").daemon().unstarted(this::listen);
    }

    /**
     * Starts the watch.
     *
     * @param afterLongSilence runs every second while the database has not answered for more than three seconds
     */
    public static DatabaseWatch begin(Connecting connecting, Runnable afterLongSilence) {
        var watch = new DatabaseWatch(connecting, afterLongSilence);
        watch.asker.start();
        watch.listener.start();
        return watch;
    }

    /** What is the matter with the database; empty if it answers. */
    public Optional<Message> outage() {
        @Nullable SQLException failed = failure;
        var silence = silence();
        if (silence.compareTo(SILENCE) > 0) {
            return Optional.of(Message.of(
                    "postgres.silent",
                    "seconds",
                    Math.max(1, silence.toSeconds()),
                    "reason",
                    failed == null ? null : firstLine(failed)));
        }
        return failed == null || isSlow(failed)
                ? Optional.empty()
                : Optional.of(Message.of("postgres.no-answer", "reason", firstLine(failed)));
    }

    /** A server that is slow may still answer. A server that refuses does not. */
    private static boolean isSlow(SQLException e) {
        return e.getCause() instanceof SocketTimeoutException;
    }

    /** What keeps the database from storing anything; empty if it takes writes. */
    public Optional<Message> writeOutage() {
        var outage = outage();
        return outage.isEmpty() && readOnly ? Optional.of(Message.of("postgres.read-only")) : outage;
    }

    /** Whether the database took no writes when it answered last. */
    public boolean isReadOnly() {
        return readOnly;
    }

    /** The number of events in the ledger when the database answered last. */
    public long size() {
        return size;
    }

    /**
     * The number of events in the ledger now. Waits up to half a second for the database, and returns the same as
     * {@link #size} if it does not answer.
     */
    public long sizeNow() {
        long asked = System.nanoTime();
        hurried = true;
        LockSupport.unpark(asker);
        while (answeredAt - asked < 0 && System.nanoTime() - asked < EVERY.toNanos() && failure == null) {
            LockSupport.parkNanos(GLANCE.toNanos());
        }
        return size;
    }

    @Override
    public void close() {
        closing.countDown();
        asker.interrupt();
    }

    private Duration silence() {
        return Duration.ofNanos(System.nanoTime() - answeredAt);
    }

    private void ask() {
        do {
            try (var connection = connecting.connect();
                    var query = connection.prepareStatement(LOOK)) {
                do {
                    try (var row = query.executeQuery()) {
                        answered(row.next() ? row.getLong(1) : 0, row.getBoolean(2));
                    }
                } while (!closesSoon());
            } catch (SQLException e) {
                if (failure == null) {
                    LOG.warn("The database does not answer: {}", e.getMessage());
                }
                failure = e;
            }
        } while (!closesWithin(AFTER_A_FAILURE));
    }

    private void answered(long events, boolean isReadOnly) {
        if (failure != null) {
            LOG.info("The database answers again");
        }
        size = events;
        readOnly = isReadOnly;
        answeredAt = System.nanoTime();
        failure = null;
    }

    private void listen() {
        while (!closesWithin(Duration.ofSeconds(1))) {
            if (silence().compareTo(LONG_SILENCE) > 0) {
                afterLongSilence.run();
            }
        }
    }

    /**
     * Waits until the next question is due, or until a caller is in a hurry for it. Returns whether the watch was
     * closed.
     */
    private boolean closesSoon() {
        long until = System.nanoTime() + EVERY.toNanos();
        while (closing.getCount() > 0 && !hurried && System.nanoTime() < until) {
            LockSupport.parkNanos(this, until - System.nanoTime());
        }
        hurried = false;
        return closing.getCount() == 0;
    }

    private boolean closesWithin(Duration time) {
        try {
            return closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            return closing.getCount() == 0;
        }
    }

    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}

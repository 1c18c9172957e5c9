package org.serviceledger.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens for PostgreSQL's notifications that some process has appended. Keeps one connection. */
final class TailListener implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TailListener.class);
    private static final Duration RECONNECT_PAUSE = Duration.ofSeconds(1);
    private static final int LISTEN_MILLIS = 1_000;

    private final DataSource dataSource;
    private final HeadSignal head;
    private final Thread thread;
    private volatile boolean closed;

    TailListener(DataSource dataSource, HeadSignal head) {
        this.dataSource = dataSource;
        this.head = head;
        this.thread = Thread.ofPlatform().name("ledger-tail-listener").daemon().start(this::run);
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }

    private void run() {
        while (!closed) {
            try (var connection = dataSource.getConnection()) {
                listen(connection);
            } catch (SQLException e) {
                LOG.debug("not listening for appended events, readers poll meanwhile", e);
            }
            try {
                if (!closed) {
                    Thread.sleep(RECONNECT_PAUSE);
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        try (var statement = connection.createStatement()) {
            statement.execute("LISTEN " + LedgerWriter.CHANNEL);
            var postgres = connection.unwrap(PGConnection.class);
            while (!closed) {
                PGNotification @Nullable [] heard = postgres.getNotifications(LISTEN_MILLIS);
                if (heard != null && heard.length > 0) {
                    head.grownTo(Long.parseLong(heard[heard.length - 1].getParameter()));
                }
            }
            statement.execute("UNLISTEN *");
        }
    }
}

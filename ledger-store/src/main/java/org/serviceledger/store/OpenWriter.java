package org.serviceledger.store;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connection a thread appends or flushes on, opened again after it was lost. Not thread-safe. */
final class OpenWriter {

    private static final Logger LOG = LoggerFactory.getLogger(OpenWriter.class);

    private static final Duration RECONNECT_PAUSE = Duration.ofMillis(100);

    private final DataSource dataSource;
    private final Duration patience;
    private @Nullable LedgerWriter writer;
    private @Nullable Instant lostSince;

    /**
     * @param patience how long to wait for a database that went away
     */
    OpenWriter(DataSource dataSource, Duration patience) {
        this.dataSource = dataSource;
        this.patience = patience;
    }

    LedgerWriter get() throws SQLException {
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

    /**
     * Waits until there is a connection again. Throws once the patience is exhausted or {@code givenUp} returns true.
     */
    void awaitDatabase(BooleanSupplier givenUp) throws SQLException {
        var since = lostSince == null ? Instant.now() : lostSince;
        lostSince = since;
        while (true) {
            try {
                get();
                lostSince = null;
                return;
            } catch (SQLException e) {
                if (givenUp.getAsBoolean() || Instant.now().isAfter(since.plus(patience))) {
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

    void close() {
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

    /** Whether the session is gone (SQLSTATE class 08, or shutdown, 57P0x) or no connection could be opened. */
    static boolean isLost(SQLException e) {
        @Nullable String state = e.getSQLState();
        return state == null
                || state.startsWith("08")
                || state.startsWith("57P")
                || e instanceof SQLNonTransientConnectionException
                || e instanceof SQLTransientConnectionException;
    }
}

package org.serviceledger.projection.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.axonframework.common.jdbc.ConnectionProvider;

/**
 * A PostgreSQL advisory lock that lets one process at a time fill a new index of a read model. The holder may drop
 * indices that other processes left behind.
 */
final class BuildLock implements AutoCloseable {

    private static final int KIND = 0x0bd1;
    private static final int SECONDS = 2;

    private final Connection connection;
    private final String model;

    private BuildLock(Connection connection, String model) {
        this.connection = connection;
        this.model = model;
    }

    /** Takes the lock. Returns empty if another process holds it. */
    static Optional<BuildLock> take(ConnectionProvider connections, String model) {
        try {
            var lock = new BuildLock(connections.getConnection(), model);
            if (lock.ask("SELECT pg_try_advisory_lock(?, hashtext(?))")) {
                return Optional.of(lock);
            }
            lock.connection.close();
            return Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL does not answer: " + e.getMessage(), e);
        }
    }

    /** Returns whether the connection still works. PostgreSQL releases the lock when the connection breaks. */
    boolean isHeld() {
        try {
            return connection.isValid(SECONDS);
        } catch (SQLException _) {
            return false;
        }
    }

    private boolean ask(String sql) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setInt(1, KIND);
            statement.setString(2, model);
            try (var rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    @Override
    public void close() {
        try (connection) {
            ask("SELECT pg_advisory_unlock(?, hashtext(?))");
        } catch (SQLException _) {
            // the connection is broken, so PostgreSQL has released the lock
        }
    }
}

package org.serviceledger.app.server;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Opens connections to PostgreSQL and can abort all of them. Threads that wait for a silent server then get a
 * connection error, as if the server had died.
 */
final class CuttableConnections implements DataSource {

    private final String jdbcUrl;
    private final Properties properties = new Properties();
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();

    /**
     * Prepares connections.
     *
     * @param answer socket timeout for an answer; zero for none
     */
    CuttableConnections(Database database, Database.Role role, Duration answer) {
        this.jdbcUrl = database.jdbcUrl();
        properties.setProperty("user", role.name());
        properties.setProperty("password", role.password());
        properties.setProperty("connectTimeout", "1");
        properties.setProperty("loginTimeout", "1");
        properties.setProperty("cancelSignalTimeout", "1");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("socketTimeout", Long.toString(answer.toSeconds()));
    }

    @Override
    public Connection getConnection() throws SQLException {
        open.removeIf(CuttableConnections::isClosed);
        var connection = DriverManager.getConnection(jdbcUrl, properties);
        open.add(connection);
        return connection;
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    /** Aborts every open connection. */
    void cut() {
        for (var connection : List.copyOf(open)) {
            try {
                connection.abort(Runnable::run);
            } catch (SQLException _) {
                // closed already
            }
            open.remove(connection);
        }
    }

    private static boolean isClosed(Connection connection) {
        try {
            return connection.isClosed();
        } catch (SQLException _) {
            return true;
        }
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter writer) {}

    @Override
    public void setLoginTimeout(int seconds) {
        properties.setProperty("loginTimeout", Integer.toString(seconds));
    }

    @Override
    public int getLoginTimeout() {
        return Integer.parseInt(properties.getProperty("loginTimeout"));
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("wraps nothing");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}

package org.serviceledger.app.server;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import org.serviceledger.store.outage.DatabaseWatch;
import org.serviceledger.words.Language;

/**
 * The application's connection pool, with a watch that knows whether PostgreSQL answers. During an outage, requests for
 * a connection fail immediately. After a long silence, open connections are aborted.
 */
final class WatchedPool extends HikariDataSource {

    private static final String CANNOT_CONNECT = "08001";

    private final DatabaseWatch watch;

    private WatchedPool(HikariConfig pool, DatabaseWatch watch) {
        super(pool);
        this.watch = watch;
    }

    static WatchedPool open(Database database, Database.Role role, int connections, Duration wait) {
        var lines = new CuttableConnections(database, role, Duration.ZERO);
        var ofTheWatch = new CuttableConnections(database, role, Duration.ofSeconds(3));
        var pool = new HikariConfig();
        pool.setPoolName("postgres-as-" + role.name());
        pool.setDataSource(lines);
        pool.setMaximumPoolSize(connections);
        pool.setMinimumIdle(1);
        pool.setConnectionTimeout(wait.toMillis());
        pool.setValidationTimeout(wait.toMillis() / 2);
        pool.setInitializationFailTimeout(Duration.ofSeconds(10).toMillis());
        var watch = DatabaseWatch.begin(ofTheWatch::getConnection, lines::cut);
        try {
            return new WatchedPool(pool, watch);
        } catch (RuntimeException e) {
            watch.close();
            throw e;
        }
    }

    DatabaseWatch watch() {
        return watch;
    }

    @Override
    public Connection getConnection() throws SQLException {
        var outage = watch.outage();
        if (outage.isPresent()) {
            throw new SQLTransientConnectionException(outage.get().in(Language.ENGLISH), CANNOT_CONNECT);
        }
        return super.getConnection();
    }

    @Override
    public void close() {
        watch.close();
        super.close();
    }
}

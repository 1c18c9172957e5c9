package org.serviceledger.app.server;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.serviceledger.app.data.DataDirectory;
import org.serviceledger.app.data.LedgerFailed;
import org.serviceledger.store.embedded.EmbeddedPostgres;
import org.serviceledger.store.embedded.RunningPostgres;

/** The ledger of a data directory for those who only read it, whether or not a server runs on it. */
public final class StoredLedger implements AutoCloseable {

    private static final int CONNECTIONS = 8;

    private final HikariDataSource dataSource;
    private final AutoCloseable beneath;
    private final boolean isLive;

    private StoredLedger(String jdbcUrl, Database.Role role, AutoCloseable beneath, boolean isLive) {
        var pool = new HikariConfig();
        pool.setJdbcUrl(jdbcUrl);
        pool.setUsername(role.name());
        pool.setPassword(role.password());
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(0);
        pool.setReadOnly(true);
        pool.setInitializationFailTimeout(-1);
        this.dataSource = new HikariDataSource(pool);
        this.beneath = beneath;
        this.isLive = isLive;
    }

    /**
     * Opens the PostgreSQL that is named, or the directory's own; starts that if no server does.
     *
     * @param postgresUrl JDBC address of a PostgreSQL to use in place of the directory's
     */
    public static StoredLedger open(Path data, @Nullable String postgresUrl) {
        if (postgresUrl != null) {
            return new StoredLedger(postgresUrl, Secrets.ofTheEnvironment().application(), () -> {}, true);
        }
        var postgres = data.resolve("postgres");
        if (!Files.isDirectory(postgres.resolve("data"))) {
            throw new LedgerFailed(
                    "there is no ledger in %s: name its directory with --data, or its PostgreSQL with --postgres-url"
                            .formatted(data));
        }
        return RunningPostgres.on(postgres)
                .map(running -> new StoredLedger(
                        running.jdbcUrl(), new Database.Role(running.user(), running.password()), () -> {}, true))
                .orElseGet(() -> started(data));
    }

    private static StoredLedger started(Path data) {
        var directory = DataDirectory.open(data, 0);
        try {
            var postgres = EmbeddedPostgres.start(directory.postgres());
            return new StoredLedger(
                    postgres.jdbcUrl(),
                    new Database.Role(postgres.applicationUser(), postgres.applicationPassword()),
                    () -> {
                        postgres.close();
                        directory.close();
                    },
                    false);
        } catch (RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    public DataSource dataSource() {
        return dataSource;
    }

    /** Whether somebody else runs the servers, who may be appending. */
    public boolean isLive() {
        return isLive;
    }

    /** Stops what was started. */
    @Override
    public void close() {
        dataSource.close();
        try {
            beneath.close();
        } catch (Exception e) {
            throw new LedgerFailed("PostgreSQL did not stop: " + e.getMessage(), e);
        }
    }
}

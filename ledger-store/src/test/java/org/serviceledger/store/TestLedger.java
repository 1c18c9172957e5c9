package org.serviceledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import org.serviceledger.store.embedded.EmbeddedPostgres;

/** The ledger on the one PostgreSQL that the tests of this JVM share, emptied for each test. */
public final class TestLedger implements AutoCloseable {

    private static boolean migrated;

    private final HikariDataSource owner;
    private final HikariDataSource application;

    private TestLedger(HikariDataSource owner, HikariDataSource application) {
        this.owner = owner;
        this.application = application;
    }

    public static TestLedger empty() {
        var ledger = on(Shared.POSTGRES, Shared.POSTGRES.jdbcUrl());
        if (!migrated) {
            LedgerSchema.migrate(ledger.owner, Shared.POSTGRES.applicationUser());
            migrated = true;
        }
        ledger.forgetEverything();
        return ledger;
    }

    /** Migrates and connects to a server of the test's own. */
    public static TestLedger migratedOn(EmbeddedPostgres postgres) {
        var ledger = on(postgres, postgres.jdbcUrl());
        LedgerSchema.migrate(ledger.owner, postgres.applicationUser());
        return ledger;
    }

    public HikariDataSource owner() {
        return owner;
    }

    public HikariDataSource application() {
        return application;
    }

    /** Changes rows with the triggers off, as only a superuser can. Fails if the statement changes no row. */
    public void tamper(String sql) throws SQLException {
        try (var connection = owner.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            assertThat(statement.executeUpdate(sql)).isPositive();
            statement.execute("RESET session_replication_role");
        }
    }

    @Override
    public void close() {
        application.close();
        owner.close();
    }

    private static TestLedger on(EmbeddedPostgres postgres, String url) {
        return new TestLedger(
                pool(url, postgres.user(), postgres.password(), 2),
                pool(url, postgres.applicationUser(), postgres.applicationPassword(), 14));
    }

    private static HikariDataSource pool(String url, String user, String password, int size) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(2_000);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    /** Empties all tables. Only a superuser can do so, by turning the triggers off in this session. */
    private void forgetEverything() {
        try (var connection = owner.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            statement.execute(
                    "TRUNCATE ledger_event, ledger_node, ledger_checkpoint, ledger_log_key, ledger_cosignature,"
                            + " ledger_publication, subject_key, idempotency_key, token_entry, scheduled_tasks,"
                            + " ledger_clock, ledger_clock_confirmation");
            statement.execute("UPDATE ledger_head SET size = 0, root = sha256(''), frontier = ''");
            statement.execute("RESET session_replication_role");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Shared {

        static final EmbeddedPostgres POSTGRES = start();

        private Shared() {}

        private static EmbeddedPostgres start() {
            try {
                var directory = Files.createTempDirectory("ledger-store-tests-");
                var postgres = EmbeddedPostgres.start(directory);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    postgres.close();
                    delete(directory);
                }));
                return postgres;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void delete(Path directory) {
            try (var tree = Files.walk(directory)) {
                for (var path : tree.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

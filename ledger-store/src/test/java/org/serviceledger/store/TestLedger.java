package org.serviceledger.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import org.serviceledger.store.embedded.EmbeddedPostgres;

/** A database of its own, migrated and empty, on the one PostgreSQL that the tests of this JVM share. */
final class TestLedger implements AutoCloseable {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final HikariDataSource owner;
    private final HikariDataSource application;

    private TestLedger(HikariDataSource owner, HikariDataSource application) {
        this.owner = owner;
        this.application = application;
    }

    static TestLedger empty() {
        return on(Shared.POSTGRES, database("ledger_" + DATABASES.incrementAndGet(), Shared.TEMPLATE));
    }

    /** Connections to a server of the test's own. */
    static TestLedger migratedOn(EmbeddedPostgres postgres) {
        var ledger = on(postgres, postgres.jdbcUrl());
        LedgerSchema.migrate(ledger.owner, postgres.applicationUser());
        return ledger;
    }

    HikariDataSource owner() {
        return owner;
    }

    HikariDataSource application() {
        return application;
    }

    @Override
    public void close() {
        application.close();
        owner.close();
    }

    private static TestLedger on(EmbeddedPostgres postgres, String url) {
        return new TestLedger(
                pool(url, postgres.user(), postgres.password(), 2),
                pool(url, postgres.applicationUser(), postgres.applicationPassword(), 10));
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

    private static String database(String name, String template) {
        try (var connection = DriverManager.getConnection(
                        Shared.POSTGRES.jdbcUrl(), Shared.POSTGRES.user(), Shared.POSTGRES.password());
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " TEMPLATE " + template);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Shared.POSTGRES.jdbcUrl().replaceAll("/[^/]*$", "/" + name);
    }

    /** The one server, and a migrated database to copy, which is quicker than migrating each. */
    private static final class Shared {

        static final EmbeddedPostgres POSTGRES = start();
        static final String TEMPLATE = migrated("ledger_template");

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

        private static String migrated(String name) {
            try (var ledger = on(POSTGRES, database(name, "template1"))) {
                LedgerSchema.migrate(ledger.owner, POSTGRES.applicationUser());
            }
            return name;
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

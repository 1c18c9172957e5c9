package org.serviceledger.projection;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.serviceledger.store.LedgerSchema;
import org.serviceledger.store.embedded.EmbeddedPostgres;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** One real PostgreSQL for all tests of a JVM. It stores tokens as in production. */
public final class SharedPostgres {

    private static final int CONNECTIONS = 12;
    private static final DataSource DATA_SOURCE = start();

    private SharedPostgres() {}

    /** Returns connections as the application's user. */
    public static DataSource dataSource() {
        return DATA_SOURCE;
    }

    public static ConnectionProvider connections() {
        return new SpringDataSourceConnectionProvider(DATA_SOURCE);
    }

    public static TransactionManager transactions() {
        return new SpringTransactionManager(new DataSourceTransactionManager(DATA_SOURCE));
    }

    public static TokenStore tokens() {
        return JdbcTokenStore.builder()
                .connectionProvider(connections())
                .serializer(Jackson3Serializer.builder().build())
                .schema(LedgerSchema.tokens())
                .build();
    }

    /** Deletes the progress of all read models. */
    public static void emptied() {
        change("DELETE FROM token_entry");
        change("DELETE FROM read_model_tally");
        change("DELETE FROM read_model_check");
    }

    /** Executes SQL without the engine's knowledge and returns the number of rows changed. */
    public static int change(String sql) {
        try (var connection = DATA_SOURCE.getConnection();
                var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DataSource start() {
        try {
            var postgres = EmbeddedPostgres.start(Files.createTempDirectory(Path.of("target"), "postgres-"));
            Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
            try (var owner = pool(postgres.jdbcUrl(), postgres.user(), postgres.password(), 2)) {
                LedgerSchema.migrate(owner, postgres.applicationUser());
            }
            return pool(postgres.jdbcUrl(), postgres.applicationUser(), postgres.applicationPassword(), CONNECTIONS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HikariDataSource pool(String url, String user, String password, int connections) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setPassword(password);
        pool.setMaximumPoolSize(connections);
        pool.setMinimumIdle(0);
        return pool;
    }
}

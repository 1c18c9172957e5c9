package org.serviceledger.query.testing;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.serviceledger.api.EventTypes;
import org.serviceledger.projection.engine.EventCount;
import org.serviceledger.store.LedgerSchema;
import org.serviceledger.store.embedded.EmbeddedPostgres;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** A real PostgreSQL that stores the positions of the read models, as in production. */
public final class TokenDatabase implements AutoCloseable {

    private static final int CONNECTIONS = 12;

    private final EmbeddedPostgres postgres;
    private final HikariDataSource application;

    private TokenDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
        try (var owner = pool(postgres, postgres.user(), postgres.password(), 2)) {
            LedgerSchema.migrate(owner, postgres.applicationUser());
        }
        this.application = pool(postgres, postgres.applicationUser(), postgres.applicationPassword(), CONNECTIONS);
    }

    public static TokenDatabase start() {
        try {
            return new TokenDatabase(EmbeddedPostgres.start(Files.createTempDirectory("query-side-tokens-")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HikariDataSource pool(EmbeddedPostgres postgres, String user, String password, int connections) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(postgres.jdbcUrl());
        pool.setUsername(user);
        pool.setPassword(password);
        pool.setMaximumPoolSize(connections);
        pool.setMinimumIdle(0);
        return pool;
    }

    public DataSource dataSource() {
        return application;
    }

    public ConnectionProvider connections() {
        return new SpringDataSourceConnectionProvider(application);
    }

    public TransactionManager transactions() {
        return new SpringTransactionManager(new DataSourceTransactionManager(application));
    }

    public TokenStore tokens() {
        return JdbcTokenStore.builder()
                .connectionProvider(connections())
                .serializer(Jackson3Serializer.builder().build())
                .schema(LedgerSchema.tokens())
                .build();
    }

    /** Counts the events of a ledger in memory by reading them all. */
    public static EventCount counting(EventStore events) {
        return (wireNames, after, upTo) -> {
            long count = 0;
            try (var all = events.openStream(null)) {
                while (all.hasNextAvailable()) {
                    var event = all.nextAvailable();
                    long position = event.trackingToken().position().orElse(-1);
                    if (position > after
                            && position <= upTo
                            && wireNames.contains(EventTypes.wireName(event.getPayloadType()))) {
                        count++;
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while counting events", e);
            }
            return count;
        };
    }

    @Override
    public void close() {
        application.close();
        postgres.close();
    }
}

package org.serviceledger.app.server;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.serialization.Serializer;
import org.serviceledger.projection.DocumentClient;
import org.serviceledger.projection.cases.CodeHasher;
import org.serviceledger.store.LedgerSchema;
import org.serviceledger.store.outage.DatabaseWatch;
import org.serviceledger.store.secret.CodeKey;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configures the connections to PostgreSQL and Elasticsearch. */
@Configuration(proxyBeanMethods = false)
class StorageConfiguration {

    private static final int CONNECTIONS = 21;

    /** How long a request waits for a connection before it is answered with a request to retry later. */
    private static final Duration WAIT = Duration.ofMillis(1_500);

    /** Migrates the schema as its owner, then connects as the role that may only read and append. */
    @Bean
    WatchedPool dataSource(InnerServers servers) {
        var database = servers.database();
        try (var owner = pool(database, database.owner(), 2)) {
            LedgerSchema.migrate(owner, database.application().name());
        }
        return WatchedPool.open(database, database.application(), CONNECTIONS, WAIT);
    }

    @Bean(destroyMethod = "")
    DatabaseWatch databaseWatch(WatchedPool pool) {
        return pool.watch();
    }

    @Bean
    TokenStore tokenStore(ConnectionProvider connections, Serializer serializer) {
        return JdbcTokenStore.builder()
                .connectionProvider(connections)
                .serializer(serializer)
                .schema(LedgerSchema.tokens())
                .build();
    }

    @Bean
    CodeHasher codeHasher(DataSource dataSource) {
        return new CodeHasher(CodeKey.read(dataSource));
    }

    @Bean
    ElasticsearchClient elasticsearch(InnerServers servers) {
        return new ElasticsearchClient(
                new AwaitedTransport(servers.elasticsearch()._transport(), servers::awaitElasticsearch));
    }

    static ElasticsearchClient client(URI server) {
        var nodes = List.of(server);
        return Secrets.ofTheEnvironment()
                .elasticsearch()
                .map(user -> DocumentClient.of(nodes, user.name(), user.password()))
                .orElseGet(() -> DocumentClient.of(nodes));
    }

    private static HikariDataSource pool(Database database, Database.Role role, int connections) {
        var pool = new HikariConfig();
        pool.setPoolName("postgres-as-" + role.name());
        pool.setJdbcUrl(database.jdbcUrl());
        pool.setUsername(role.name());
        pool.setPassword(role.password());
        pool.setMaximumPoolSize(connections);
        pool.setMinimumIdle(1);
        return new HikariDataSource(pool);
    }
}

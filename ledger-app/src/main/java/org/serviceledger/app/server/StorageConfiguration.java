package org.serviceledger.app.server;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.message.BasicHeader;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.serialization.Serializer;
import org.serviceledger.store.LedgerSchema;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** How the application reaches its PostgreSQL and its Elasticsearch. */
@Configuration(proxyBeanMethods = false)
class StorageConfiguration {

    private static final int CONNECTIONS = 20;

    /** Connects as the role that may only read and append, once the owner of the schema has brought it up to date. */
    @Bean
    HikariDataSource dataSource(InnerServers servers) {
        var database = servers.database();
        try (var owner = pool(database, database.owner(), 2)) {
            LedgerSchema.migrate(owner, database.application().name());
        }
        return pool(database, database.application(), CONNECTIONS);
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
    Rest5Client elasticsearchConnections(InnerServers servers) {
        var client = Rest5Client.builder(servers.elasticsearch());
        Secrets.ofTheEnvironment().elasticsearch().ifPresent(user -> {
            var credentials = (user.name() + ":" + user.password()).getBytes(StandardCharsets.UTF_8);
            var basic = "Basic " + Base64.getEncoder().encodeToString(credentials);
            client.setDefaultHeaders(new Header[] {new BasicHeader("Authorization", basic)});
        });
        return client.build();
    }

    @Bean
    ElasticsearchClient elasticsearch(Rest5Client connections, JsonMapper json) {
        return new ElasticsearchClient(new Rest5ClientTransport(connections, new Jackson3JsonpMapper(json)));
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

package org.serviceledger.command.web;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.serialization.Serializer;
import org.serviceledger.api.EventTypes;
import org.serviceledger.store.LedgerHeads;
import org.serviceledger.store.LedgerSchema;
import org.serviceledger.store.PostgresEventStorageEngine;
import org.serviceledger.store.embedded.EmbeddedPostgres;
import org.serviceledger.store.outage.DatabaseWatch;
import org.serviceledger.store.wire.WireNameSerializer;
import org.serviceledger.store.wire.WireNames;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** The command side with a real event store on PostgreSQL, and with access control. */
@EnableAutoConfiguration
@ComponentScan(
        basePackages = "org.serviceledger.command",
        excludeFilters =
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = "org\\.serviceledger\\.command\\.[A-Z].*"))
class WebTestApplication {

    @Bean
    EmbeddedPostgres postgres() throws IOException {
        var directory = Files.createTempDirectory("ledger-web-");
        var postgres = EmbeddedPostgres.start(directory);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            postgres.close();
            delete(directory);
        }));
        return postgres;
    }

    @Bean
    HikariDataSource dataSource(EmbeddedPostgres postgres) {
        try (var owner = pool(postgres, postgres.user(), postgres.password(), 2)) {
            LedgerSchema.migrate(owner, postgres.applicationUser());
        }
        return pool(postgres, postgres.applicationUser(), postgres.applicationPassword(), 10);
    }

    @Bean
    @Qualifier("eventSerializer") Serializer eventSerializer() {
        return new WireNameSerializer(WireNames.of(EventTypes.all(), EventTypes::wireName));
    }

    @Bean
    PostgresEventStorageEngine eventStorageEngine(
            DataSource dataSource, @Qualifier("eventSerializer") Serializer serializer) {
        return PostgresEventStorageEngine.builder(dataSource, serializer).build();
    }

    @Bean
    static CountedReads countedReads() {
        return new CountedReads();
    }

    @Bean
    LedgerHeads heads(DataSource dataSource) {
        return new LedgerHeads(dataSource);
    }

    @Bean
    DatabaseWatch databaseWatch(DataSource dataSource) {
        return DatabaseWatch.begin(dataSource::getConnection, () -> {});
    }

    @Bean
    CommandBus commandBus() {
        return SimpleCommandBus.builder()
                .transactionManager(NoTransactionManager.INSTANCE)
                .build();
    }

    @Bean
    Clock clock() {
        return new TickingClock();
    }

    @Bean
    SpokenByClient language() {
        return new SpokenByClient();
    }

    @Bean
    MockMvcBuilderCustomizer clientsOfTheApiAcceptEnglish() {
        return mvc -> mvc.defaultRequest(MockMvcRequestBuilders.get("/").header("Accept-Language", "en"));
    }

    @Bean
    SecurityFilterChain door(HttpSecurity http) {
        return http.authorizeHttpRequests(rules -> rules.requestMatchers("/api/public/**", "/api/deadlines")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .build();
    }

    private static HikariDataSource pool(EmbeddedPostgres postgres, String user, String password, int connections) {
        var config = new HikariConfig();
        config.setJdbcUrl(postgres.jdbcUrl());
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(connections);
        return new HikariDataSource(config);
    }

    private static void delete(Path directory) {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

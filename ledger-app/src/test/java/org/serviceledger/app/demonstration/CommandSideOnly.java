package org.serviceledger.app.demonstration;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.axonframework.serialization.Serializer;
import org.axonframework.springboot.autoconfig.AxonAutoConfiguration;
import org.axonframework.springboot.autoconfig.AxonTracingAutoConfiguration;
import org.axonframework.springboot.autoconfig.EventProcessingAutoConfiguration;
import org.axonframework.springboot.autoconfig.InfraConfiguration;
import org.axonframework.springboot.autoconfig.NoOpTransactionAutoConfiguration;
import org.serviceledger.api.EventTypes;
import org.serviceledger.api.LedgerEvent;
import org.serviceledger.command.calendar.CalendarPublication;
import org.serviceledger.command.calendar.CurrentCalendar;
import org.serviceledger.store.LedgerHeads;
import org.serviceledger.store.LedgerSchema;
import org.serviceledger.store.PostgresEventStorageEngine;
import org.serviceledger.store.embedded.EmbeddedPostgres;
import org.serviceledger.store.wire.WireNameSerializer;
import org.serviceledger.store.wire.WireNames;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;

/** The real command side on the real event store, without read models, web server and Elasticsearch. */
final class CommandSideOnly implements AutoCloseable {

    private final EmbeddedPostgres postgres;
    private final ConfigurableApplicationContext application;
    private final int yearsPublished;
    private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);

    private CommandSideOnly(EmbeddedPostgres postgres, ConfigurableApplicationContext application, int years) {
        this.postgres = postgres;
        this.application = application;
        this.yearsPublished = years;
        application.getBean(CommandBus.class).registerDispatchInterceptor(_ -> (_, command) -> {
            if (left.decrementAndGet() < 0) {
                throw new IllegalStateException("cut off");
            }
            return command;
        });
    }

    static CommandSideOnly start(Path directory) {
        var postgres = EmbeddedPostgres.start(directory);
        var application = new SpringApplicationBuilder(Wiring.class)
                .web(WebApplicationType.NONE)
                .initializers(context -> context.getBeanFactory().registerSingleton("postgres", postgres))
                .properties(
                        "axoniq.update-checker.disabled=true",
                        "spring.main.banner-mode=off",
                        "axon.timeout.enabled=false")
                .run();
        var years = application
                .getBean(CalendarPublication.class)
                .publishMissingYears(Instant.parse("2026-01-01T00:00:00Z"));
        return new CommandSideOnly(postgres, application, years);
    }

    DemonstrationData demonstration() {
        return new DemonstrationData(
                application.getBean(CommandGateway.class),
                store(),
                application.getBean(CurrentCalendar.class).calendar());
    }

    /** Lets sending fail after this many commands, as if the process were killed. */
    void failAfter(int commands) {
        left.set(commands);
    }

    void failNoMore() {
        left.set(Integer.MAX_VALUE);
    }

    /** Number of events. */
    long size() {
        return new LedgerHeads(application.getBean(DataSource.class)).current().size();
    }

    int yearsPublished() {
        return yearsPublished;
    }

    private EventStore store() {
        return application.getBean(EventStore.class);
    }

    List<LedgerEvent> stream(String id) {
        return store().readEvents(id)
                .asStream()
                .map(Message::getPayload)
                .map(LedgerEvent.class::cast)
                .toList();
    }

    @Override
    public void close() {
        application.close();
        postgres.close();
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        AxonAutoConfiguration.class,
        AxonTracingAutoConfiguration.class,
        EventProcessingAutoConfiguration.class,
        InfraConfiguration.class,
        NoOpTransactionAutoConfiguration.class
    })
    @ComponentScan(
            basePackages = "org.serviceledger.command",
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = "org\\.serviceledger\\.command\\.(web\\..*|[A-Z].*)"))
    static class Wiring {

        @Bean
        DataSource dataSource(EmbeddedPostgres postgres) {
            try (var owner = pool(postgres, postgres.user(), postgres.password(), 2)) {
                LedgerSchema.migrate(owner, postgres.applicationUser());
            }
            return pool(postgres, postgres.applicationUser(), postgres.applicationPassword(), 20);
        }

        @Bean
        @Qualifier("eventSerializer") Serializer eventSerializer() {
            return new WireNameSerializer(WireNames.of(EventTypes.all(), EventTypes::wireName));
        }

        @Bean
        PostgresEventStorageEngine engine(DataSource dataSource, @Qualifier("eventSerializer") Serializer serializer) {
            return PostgresEventStorageEngine.builder(dataSource, serializer).build();
        }

        @Bean
        EventStore eventStore(PostgresEventStorageEngine engine) {
            return EmbeddedEventStore.builder().storageEngine(engine).build();
        }

        @Bean
        CommandBus commandBus() {
            return SimpleCommandBus.builder()
                    .transactionManager(NoTransactionManager.INSTANCE)
                    .build();
        }

        private static HikariDataSource pool(EmbeddedPostgres postgres, String user, String password, int size) {
            var pool = new HikariConfig();
            pool.setJdbcUrl(postgres.jdbcUrl());
            pool.setUsername(user);
            pool.setPassword(password);
            pool.setMaximumPoolSize(size);
            return new HikariDataSource(pool);
        }
    }
}

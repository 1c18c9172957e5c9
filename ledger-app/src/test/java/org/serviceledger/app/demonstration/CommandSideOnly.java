package org.serviceledger.app.demonstration;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.axonframework.springboot.autoconfig.AxonAutoConfiguration;
import org.axonframework.springboot.autoconfig.AxonTracingAutoConfiguration;
import org.axonframework.springboot.autoconfig.EventProcessingAutoConfiguration;
import org.axonframework.springboot.autoconfig.InfraConfiguration;
import org.axonframework.springboot.autoconfig.NoOpTransactionAutoConfiguration;
import org.serviceledger.api.LedgerEvent;
import org.serviceledger.command.calendar.CalendarPublication;
import org.serviceledger.command.calendar.CurrentCalendar;
import org.serviceledger.fixtures.StoredInPostgres;
import org.serviceledger.store.LedgerHeads;
import org.serviceledger.store.PostgresEventStorageEngine;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** The real command side on the real event store, without read models, web server and Elasticsearch. */
final class CommandSideOnly implements AutoCloseable {

    private final ConfigurableApplicationContext application;
    private final int yearsPublished;
    private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);

    private CommandSideOnly(ConfigurableApplicationContext application, int years) {
        this.application = application;
        this.yearsPublished = years;
        application.getBean(CommandBus.class).registerDispatchInterceptor(_ -> (_, command) -> {
            if (left.decrementAndGet() < 0) {
                throw new IllegalStateException("cut off");
            }
            return command;
        });
    }

    static CommandSideOnly start() {
        var application = new SpringApplicationBuilder(Wiring.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "axoniq.update-checker.disabled=true",
                        "spring.main.banner-mode=off",
                        "axon.timeout.enabled=false")
                .run();
        var years = application
                .getBean(CalendarPublication.class)
                .publishMissingYears(Instant.parse("2026-01-01T00:00:00Z"));
        return new CommandSideOnly(application, years);
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
    }

    @Configuration(proxyBeanMethods = false)
    @Import(StoredInPostgres.class)
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
                            pattern =
                                    "org\\.serviceledger\\.command\\.(web\\..*|[A-Z].*|\\w+\\.(\\w+Api|ImportedBatches))"))
    static class Wiring {

        @Bean
        EventStore eventStore(PostgresEventStorageEngine engine) {
            return EmbeddedEventStore.builder().storageEngine(engine).build();
        }
    }
}

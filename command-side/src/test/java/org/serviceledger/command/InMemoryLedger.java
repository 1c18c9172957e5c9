package org.serviceledger.command;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.springboot.autoconfig.AxonAutoConfiguration;
import org.axonframework.springboot.autoconfig.AxonTracingAutoConfiguration;
import org.axonframework.springboot.autoconfig.EventProcessingAutoConfiguration;
import org.axonframework.springboot.autoconfig.InfraConfiguration;
import org.axonframework.springboot.autoconfig.NoOpTransactionAutoConfiguration;
import org.serviceledger.store.StreamWatch;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;

/** Runs shells and their lookups with Axon and Spring as the application does, with the events in memory. */
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
                        pattern =
                                "org\\.serviceledger\\.command\\.(web\\..*|[A-Z].*|\\w+\\.(\\w+Api|ImportedBatches))"))
class InMemoryLedger {

    @Bean
    EventStore eventStore() {
        return EmbeddedEventStore.builder()
                .storageEngine(new InMemoryEventStorageEngine())
                .build();
    }

    /** Watches no stream, so aggregates are loaded anew for each command. */
    @Bean
    StreamWatch streamWatch() {
        return new StreamWatch() {
            @Override
            public long knownSize() {
                return 0;
            }

            @Override
            public Look look(String streamId, long since) {
                return new Look(0, false);
            }

            @Override
            public boolean unchangedLately(String streamId, long since) {
                return false;
            }
        };
    }

    @Bean
    CommandBus commandBus() {
        return SimpleCommandBus.builder()
                .transactionManager(NoTransactionManager.INSTANCE)
                .build();
    }
}

package org.serviceledger.app.server;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.serviceledger.api.EventTypes;
import org.serviceledger.projection.engine.EventCount;
import org.serviceledger.store.EventCounts;
import org.serviceledger.store.LedgerHeads;
import org.serviceledger.store.PostgresEventStorageEngine;
import org.serviceledger.store.wire.WireNameSerializer;
import org.serviceledger.store.wire.WireNames;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Configures how Axon dispatches commands and stores events. */
@Configuration(proxyBeanMethods = false)
class AxonConfiguration {

    /**
     * How long a command whose commit was interrupted waits for the database. Its sender gets an answer within two
     * seconds.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    @Bean
    @Qualifier("eventSerializer") Serializer eventSerializer() {
        return new WireNameSerializer(WireNames.of(EventTypes.all(), EventTypes::wireName));
    }

    @Bean
    PostgresEventStorageEngine eventStorageEngine(
            DataSource dataSource, @Qualifier("eventSerializer") Serializer serializer, MeterRegistry meters) {
        return PostgresEventStorageEngine.builder(dataSource, serializer)
                .patience(PATIENCE)
                .meter(new AppendTimer(meters))
                .build();
    }

    @Bean
    EventCount eventCount(DataSource dataSource) {
        return new EventCounts(dataSource)::count;
    }

    @Bean
    LedgerHeads ledgerHeads(DataSource dataSource) {
        return new LedgerHeads(dataSource);
    }

    /**
     * The transaction manager of event processors: commits their token together with their database writes. Axon's
     * auto-configuration does not detect Spring Boot 4's transaction manager and would use one that does nothing (ADR
     * 28).
     */
    @Bean
    TransactionManager axonTransactionManager(ObjectProvider<PlatformTransactionManager> transactions) {
        var found = transactions.getIfUnique();
        if (found == null) {
            throw new IllegalStateException(
                    "no single PlatformTransactionManager: the tokens of event processors would be committed"
                            + " apart from what they write, and events would be lost");
        }
        return new SpringTransactionManager(found);
    }

    /** Joins the transaction of the calling thread, if there is one. */
    @Bean
    ConnectionProvider connectionProvider(DataSource dataSource) {
        return new SpringDataSourceConnectionProvider(dataSource);
    }

    /** Runs commands on their sender's thread and without a transaction: the event store commits by itself. */
    @Bean
    CommandBus commandBus() {
        return SimpleCommandBus.builder()
                .transactionManager(NoTransactionManager.INSTANCE)
                .build();
    }

    /** By default, Axon logs a failing event and continues with the next, which leaves a gap in the read model. */
    @Bean
    ConfigurerModule processorsStopAtAFailingEvent() {
        return axon -> axon.eventProcessing()
                .registerDefaultListenerInvocationErrorHandler(_ -> PropagatingErrorHandler.instance())
                .registerDefaultErrorHandler(_ -> PropagatingErrorHandler.instance());
    }
}

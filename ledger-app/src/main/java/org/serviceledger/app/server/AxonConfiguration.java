package org.serviceledger.app.server;

import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.serialization.Serializer;
import org.serviceledger.api.EventTypes;
import org.serviceledger.store.LedgerHeads;
import org.serviceledger.store.PostgresEventStorageEngine;
import org.serviceledger.store.RecordCommandTargets;
import org.serviceledger.store.WireNameSerializer;
import org.serviceledger.store.WireNames;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How Axon carries commands and keeps events here. */
@Configuration(proxyBeanMethods = false)
class AxonConfiguration {

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
    LedgerHeads ledgerHeads(DataSource dataSource) {
        return new LedgerHeads(dataSource);
    }

    /** Commands run on their sender's thread and in no transaction: the event store commits by itself. */
    @Bean
    CommandBus commandBus() {
        return SimpleCommandBus.builder()
                .transactionManager(NoTransactionManager.INSTANCE)
                .build();
    }

    @Bean
    CommandTargetResolver commandTargets() {
        return new RecordCommandTargets();
    }

    /** Axon's default is to log a failing event and go on to the next, which leaves a hole. */
    @Bean
    ConfigurerModule processorsStopAtAFailingEvent() {
        return axon -> axon.eventProcessing()
                .registerDefaultListenerInvocationErrorHandler(_ -> PropagatingErrorHandler.instance())
                .registerDefaultErrorHandler(_ -> PropagatingErrorHandler.instance());
    }
}

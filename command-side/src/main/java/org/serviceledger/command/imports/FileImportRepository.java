package org.serviceledger.command.imports;

import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.HandlerDefinition;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.serviceledger.store.LiveAggregateRepository;
import org.serviceledger.store.StreamWatch;
import org.springframework.stereotype.Component;

/** Keeps the imports going on alive. Axon finds it by its name. */
@Component
final class FileImportRepository extends LiveAggregateRepository<FileImport> {

    private static final int MOST = 100;

    FileImportRepository(
            EventStore events, StreamWatch watch, ParameterResolverFactory parameters, HandlerDefinition handlers) {
        super(
                EventSourcingRepository.builder(FileImport.class)
                        .parameterResolverFactory(parameters)
                        .handlerDefinition(handlers),
                events,
                watch,
                MOST);
    }
}

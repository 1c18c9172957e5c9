package org.serviceledger.command.cases;

import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.HandlerDefinition;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.serviceledger.store.LiveAggregateRepository;
import org.serviceledger.store.StreamWatch;
import org.springframework.stereotype.Component;

/** Keeps the cases (办件) being worked on alive between their steps. Axon finds it by its name. */
@Component
final class ServiceCaseRepository extends LiveAggregateRepository<ServiceCase> {

    private static final int MOST = 10_000;

    ServiceCaseRepository(
            EventStore events, StreamWatch watch, ParameterResolverFactory parameters, HandlerDefinition handlers) {
        super(
                EventSourcingRepository.builder(ServiceCase.class)
                        .parameterResolverFactory(parameters)
                        .handlerDefinition(handlers),
                events,
                watch,
                MOST);
    }
}

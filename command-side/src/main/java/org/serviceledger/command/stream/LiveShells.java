package org.serviceledger.command.stream;

import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.HandlerDefinition;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.modelling.command.Repository;
import org.serviceledger.store.LiveAggregateRepository;
import org.serviceledger.store.StreamWatch;
import org.springframework.stereotype.Component;

/** Keeps shells that are used often alive between commands. Axon finds each repository by the name of its bean. */
@Component
public final class LiveShells {

    private final EventStore events;
    private final StreamWatch watch;
    private final ParameterResolverFactory parameters;
    private final HandlerDefinition handlers;

    LiveShells(EventStore events, StreamWatch watch, ParameterResolverFactory parameters, HandlerDefinition handlers) {
        this.events = events;
        this.watch = watch;
        this.parameters = parameters;
        this.handlers = handlers;
    }

    /** The least used go first when there are more than that. */
    public <T> Repository<T> atMost(int most, Class<T> shell) {
        var builder = EventSourcingRepository.builder(shell)
                .parameterResolverFactory(parameters)
                .handlerDefinition(handlers);
        return new LiveAggregateRepository<>(builder, events, watch, most);
    }
}

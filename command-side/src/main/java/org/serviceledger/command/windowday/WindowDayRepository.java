package org.serviceledger.command.windowday;

import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.HandlerDefinition;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.serviceledger.store.LiveAggregateRepository;
import org.serviceledger.store.StreamWatch;
import org.springframework.stereotype.Component;

/** Keeps the windows' days (窗口启闭) going on alive. Axon finds it by its name. */
@Component
final class WindowDayRepository extends LiveAggregateRepository<WindowDay> {

    private static final int MOST = 5_000;

    WindowDayRepository(
            EventStore events, StreamWatch watch, ParameterResolverFactory parameters, HandlerDefinition handlers) {
        super(
                EventSourcingRepository.builder(WindowDay.class)
                        .parameterResolverFactory(parameters)
                        .handlerDefinition(handlers),
                events,
                watch,
                MOST);
    }
}

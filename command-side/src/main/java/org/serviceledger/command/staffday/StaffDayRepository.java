package org.serviceledger.command.staffday;

import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.HandlerDefinition;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.serviceledger.store.LiveAggregateRepository;
import org.serviceledger.store.StreamWatch;
import org.springframework.stereotype.Component;

/** Keeps the days of those on duty (考勤) alive. Axon finds it by its name. */
@Component
final class StaffDayRepository extends LiveAggregateRepository<StaffDay> {

    private static final int MOST = 5_000;

    StaffDayRepository(
            EventStore events, StreamWatch watch, ParameterResolverFactory parameters, HandlerDefinition handlers) {
        super(
                EventSourcingRepository.builder(StaffDay.class)
                        .parameterResolverFactory(parameters)
                        .handlerDefinition(handlers),
                events,
                watch,
                MOST);
    }
}

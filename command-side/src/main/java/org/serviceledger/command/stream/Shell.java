package org.serviceledger.command.stream;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.LedgerCommand;
import org.serviceledger.api.LedgerEvent;

/** One stream as Axon drives it; it holds no rule. */
final class Shell<S, C extends LedgerCommand, E extends LedgerEvent> {

    /** Under which metadata key the store finds when an event happened, to seal it. */
    private static final String OCCURRED_AT = "occurredAt";

    private final FamilyShell<S, C, E> family;

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String id;

    private S state;

    Shell(FamilyShell<S, C, E> family) {
        this.family = family;
        this.state = family.initial();
    }

    /** Decides, and appends what happened to the stream, in order. */
    void take(C command) {
        for (var event : family.decide(state, command)) {
            AggregateLifecycle.apply(
                    event, MetaData.with(OCCURRED_AT, event.occurredAt().toString()));
        }
    }

    @EventSourcingHandler
    void on(LedgerEvent event) {
        id = event.stream();
        state = family.evolve(state, family.events().cast(event));
    }
}

package org.serviceledger.command.stream;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.LedgerCommand;
import org.serviceledger.api.LedgerEvent;
import org.serviceledger.api.SignedIn;

/** The Axon aggregate of one stream. It contains no rules. */
final class Shell<S, C extends LedgerCommand, E extends LedgerEvent> {

    /** Metadata key under which the store finds the time of the event, to include it in the sealed record. */
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

    /**
     * Lets the family decide and applies the resulting events in order.
     *
     * @param user the user who sent the command, or null if the program did
     */
    void take(C command, @Nullable SignedIn user) {
        var admitted = user == null ? command : family.admit(user, state, command);
        for (var event : family.decide(state, admitted)) {
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

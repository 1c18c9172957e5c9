package org.serviceledger.command.item;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.item.ItemCommand;
import org.serviceledger.api.item.ItemCommand.CancelItem;
import org.serviceledger.api.item.ItemCommand.Publish;
import org.serviceledger.api.item.ItemCommand.ResumeItem;
import org.serviceledger.api.item.ItemCommand.Revise;
import org.serviceledger.api.item.ItemCommand.SuspendItem;
import org.serviceledger.api.item.ItemEvent;
import org.serviceledger.api.item.ItemId;
import org.serviceledger.command.item.ItemState.Unpublished;
import org.serviceledger.command.stream.Decides;
import org.serviceledger.command.stream.Happenings;

/** Lets Axon drive the {@link ItemDecider}; it holds no rule. */
@Aggregate(type = "Item")
final class ServiceItem {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable ItemId id;

    private ItemState state = new Unpublished();

    ServiceItem() {}

    @Decides
    void handle(Publish command) {
        decide(command);
    }

    @Decides
    void handle(Revise command) {
        decide(command);
    }

    @Decides
    void handle(SuspendItem command) {
        decide(command);
    }

    @Decides
    void handle(ResumeItem command) {
        decide(command);
    }

    @Decides
    void handle(CancelItem command) {
        decide(command);
    }

    @EventSourcingHandler
    void on(ItemEvent event) {
        id = event.itemId();
        state = state.evolve(event);
    }

    private void decide(ItemCommand command) {
        Happenings.append(ItemDecider.decide(state, command));
    }
}

package org.serviceledger.command.item;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.serviceledger.api.ItemEvent;
import org.serviceledger.api.ItemId;
import org.serviceledger.api.ItemInForce;
import org.serviceledger.command.item.ItemState.Cancelled;
import org.serviceledger.command.item.ItemState.InUse;
import org.serviceledger.command.item.ItemState.Suspended;
import org.serviceledger.command.item.ItemState.Unpublished;
import org.serviceledger.command.stream.StreamFold;
import org.springframework.stereotype.Component;

/** Says which version of an item a new case begins with. */
@Component
public final class ItemCatalogue {

    private final StreamFold<ItemState, ItemEvent> items;

    public ItemCatalogue(EventStore events) {
        this.items = new StreamFold<>(events, ItemEvent.class, new Unpublished(), ItemState::evolve);
    }

    public ItemStanding standing(ItemId id) {
        var state = items.of(id);
        return switch (state) {
            case Unpublished _ -> new ItemStanding.NoSuchItem();
            case InUse(var version, var details) -> new ItemStanding.InForce(ItemInForce.of(id, version, details));
            case Suspended _, Cancelled _ -> new ItemStanding.OutOfUse(state.term());
        };
    }
}

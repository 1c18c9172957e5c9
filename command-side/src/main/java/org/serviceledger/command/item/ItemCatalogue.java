package org.serviceledger.command.item;

import java.time.Instant;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.serviceledger.api.item.ItemEvent;
import org.serviceledger.api.item.ItemId;
import org.serviceledger.command.stream.StreamFold;
import org.springframework.stereotype.Component;

/** Looks up the item version with which a case begins. */
@Component
public final class ItemCatalogue {

    private final StreamFold<ItemHistory, ItemEvent> items;

    public ItemCatalogue(EventStore events) {
        this.items = new StreamFold<>(events, ItemEvent.class, ItemHistory.NONE, ItemHistory::evolve);
    }

    /** Returns the status of the item at the given moment, from the events recorded so far. */
    public ItemStanding standing(ItemId id, Instant moment) {
        return items.of(id).standing(id, moment);
    }
}

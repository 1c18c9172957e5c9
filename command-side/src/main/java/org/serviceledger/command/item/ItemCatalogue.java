package org.serviceledger.command.item;

import java.time.Instant;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.serviceledger.api.item.ItemEvent;
import org.serviceledger.api.item.ItemId;
import org.serviceledger.command.stream.StreamFold;
import org.springframework.stereotype.Component;

/** Says which version of an item a case begins with. */
@Component
public final class ItemCatalogue {

    private final StreamFold<ItemHistory, ItemEvent> items;

    public ItemCatalogue(EventStore events) {
        this.items = new StreamFold<>(events, ItemEvent.class, ItemHistory.NONE, ItemHistory::evolve);
    }

    /** As far as it is recorded by now, how the item stood at that moment. */
    public ItemStanding standing(ItemId id, Instant moment) {
        return items.of(id).standing(id, moment);
    }
}

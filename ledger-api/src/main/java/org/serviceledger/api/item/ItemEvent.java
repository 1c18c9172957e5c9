package org.serviceledger.api.item;

import java.time.Instant;
import org.serviceledger.api.Actor;
import org.serviceledger.api.LedgerEvent;
import org.serviceledger.api.WireName;

/** Events of a service item (政务服务事项). */
public sealed interface ItemEvent extends LedgerEvent {

    ItemId itemId();

    @Override
    default String stream() {
        return itemId().value();
    }

    @WireName("item.published")
    record ItemPublished(ItemId itemId, int version, ItemDetails details, Actor by, Instant occurredAt)
            implements ItemEvent {}

    /** A new version is in force. Running cases keep the version with which they began. */
    @WireName("item.revised")
    record ItemRevised(ItemId itemId, int version, ItemDetails details, Actor by, Instant occurredAt)
            implements ItemEvent {}

    @WireName("item.suspended")
    record ItemSuspended(ItemId itemId, String reason, Actor by, Instant occurredAt) implements ItemEvent {}

    @WireName("item.resumed")
    record ItemResumed(ItemId itemId, Actor by, Instant occurredAt) implements ItemEvent {}

    @WireName("item.cancelled")
    record ItemCancelled(ItemId itemId, String reason, Actor by, Instant occurredAt) implements ItemEvent {}
}

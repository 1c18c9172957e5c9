package org.serviceledger.api.item;

import java.time.Instant;
import org.serviceledger.api.Actor;
import org.serviceledger.api.LedgerEvent;
import org.serviceledger.api.WireName;

/** Everything that can have happened to a service item (政务服务事项). */
public sealed interface ItemEvent extends LedgerEvent {

    ItemId itemId();

    @Override
    default String stream() {
        return itemId().value();
    }

    @WireName(value = "item.published", term = "事项发布")
    record ItemPublished(ItemId itemId, int version, ItemDetails details, Actor by, Instant occurredAt)
            implements ItemEvent {}

    /** A new version is in force; running cases keep the one they began with. */
    @WireName(value = "item.revised", term = "事项变更")
    record ItemRevised(ItemId itemId, int version, ItemDetails details, Actor by, Instant occurredAt)
            implements ItemEvent {}

    @WireName(value = "item.suspended", term = "事项暂停")
    record ItemSuspended(ItemId itemId, String reason, Actor by, Instant occurredAt) implements ItemEvent {}

    @WireName(value = "item.resumed", term = "事项恢复")
    record ItemResumed(ItemId itemId, Actor by, Instant occurredAt) implements ItemEvent {}

    @WireName(value = "item.cancelled", term = "事项取消")
    record ItemCancelled(ItemId itemId, String reason, Actor by, Instant occurredAt) implements ItemEvent {}
}

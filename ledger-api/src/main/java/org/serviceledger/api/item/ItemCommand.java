package org.serviceledger.api.item;

import java.time.Instant;
import org.serviceledger.api.Actor;
import org.serviceledger.api.LedgerCommand;

/** Commands on a service item (政务服务事项). */
public sealed interface ItemCommand extends LedgerCommand {

    ItemId itemId();

    @Override
    default String stream() {
        return itemId().value();
    }

    record Publish(ItemId itemId, ItemDetails details, Actor by, Instant at) implements ItemCommand {}

    record Revise(ItemId itemId, ItemDetails details, Actor by, Instant at) implements ItemCommand {}

    record SuspendItem(ItemId itemId, String reason, Actor by, Instant at) implements ItemCommand {}

    record ResumeItem(ItemId itemId, Actor by, Instant at) implements ItemCommand {}

    record CancelItem(ItemId itemId, String reason, Actor by, Instant at) implements ItemCommand {}
}

package org.serviceledger.command.item;

import java.time.Instant;
import org.serviceledger.api.item.ItemInForce;
import org.serviceledger.api.item.ItemRefusal;

/** Whether an item took new cases at a moment, and if so in which version. */
public sealed interface ItemStanding {

    record NoSuchItem() implements ItemStanding {}

    /** Its first version is from later. */
    record NotYetInForce(Instant first) implements ItemStanding {}

    record InForce(ItemInForce item) implements ItemStanding {}

    record OutOfUse(ItemRefusal.State state) implements ItemStanding {}
}

package org.serviceledger.command.item;

import java.time.Instant;
import org.serviceledger.api.item.ItemInForce;
import org.serviceledger.api.item.ItemRefusal;

/** The status of an item at a moment: whether it took new cases, and in which version. */
public sealed interface ItemStanding {

    record NoSuchItem() implements ItemStanding {}

    /** The first version starts later. */
    record NotYetInForce(Instant first) implements ItemStanding {}

    record InForce(ItemInForce item) implements ItemStanding {}

    record OutOfUse(ItemRefusal.State state) implements ItemStanding {}
}

package org.serviceledger.command.item;

import org.serviceledger.api.ItemInForce;

/** Whether an item takes new cases, and if so in which version. */
public sealed interface ItemStanding {

    record NoSuchItem() implements ItemStanding {}

    record InForce(ItemInForce item) implements ItemStanding {}

    /** Suspended or cancelled; {@code state} as the national dictionary calls it. */
    record OutOfUse(String state) implements ItemStanding {}
}

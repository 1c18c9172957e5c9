package org.serviceledger.command.item;

import java.time.Instant;
import org.serviceledger.api.item.ItemInForce;

/** Whether an item took new cases at a moment, and if so in which version. */
public sealed interface ItemStanding {

    record NoSuchItem() implements ItemStanding {}

    /** Its first version is from later. */
    record NotYetInForce(Instant first) implements ItemStanding {}

    record InForce(ItemInForce item) implements ItemStanding {}

    /** Suspended or cancelled; {@code state} as the national dictionary calls it. */
    record OutOfUse(String state) implements ItemStanding {}
}

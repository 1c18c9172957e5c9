package org.serviceledger.api.window;

import static org.serviceledger.api.Refusal.Nature.ALREADY;
import static org.serviceledger.api.Refusal.Nature.OUT_OF_ORDER;
import static org.serviceledger.api.Refusal.Nature.UNKNOWN;

import org.serviceledger.api.Refusal;
import org.serviceledger.api.Refuses;

/** Reasons for refusing a window command. */
public sealed interface WindowRefusal extends Refusal {

    @Refuses(nature = ALREADY, rule = "window/set-up-once")
    record WindowAlreadySetUp(WindowId windowId) implements WindowRefusal {}

    @Refuses(nature = UNKNOWN, rule = "window/set-up-first")
    record WindowNotSetUp(WindowId windowId) implements WindowRefusal {}

    @Refuses(nature = OUT_OF_ORDER, rule = "window/in-use")
    record WindowIsRetired(WindowId windowId) implements WindowRefusal {}
}

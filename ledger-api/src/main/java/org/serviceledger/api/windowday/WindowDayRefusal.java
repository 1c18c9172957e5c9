package org.serviceledger.api.windowday;

import static org.serviceledger.api.Refusal.Nature.ALREADY;
import static org.serviceledger.api.Refusal.Nature.BREAKS_RULE;
import static org.serviceledger.api.Refusal.Nature.OUT_OF_ORDER;
import static org.serviceledger.api.Refusal.Nature.UNKNOWN;

import java.time.Instant;
import org.serviceledger.api.Refusal;
import org.serviceledger.api.Refuses;
import org.serviceledger.api.window.WindowId;

/** Reasons for refusing a command on one day of a window. */
public sealed interface WindowDayRefusal extends Refusal {

    @Refuses(nature = ALREADY, rule = "window-day/open-once")
    record AlreadyOpen(WindowDayId windowDayId) implements WindowDayRefusal {}

    @Refuses(nature = OUT_OF_ORDER, rule = "window-day/open-first")
    record NotOpen(WindowDayId windowDayId, WindowSign sign) implements WindowDayRefusal {}

    @Refuses(nature = OUT_OF_ORDER, rule = "window-day/paused-first")
    record NotPaused(WindowDayId windowDayId, WindowSign sign) implements WindowDayRefusal {}

    @Refuses(nature = BREAKS_RULE, rule = "东政办发〔2020〕44号 二(六)")
    record ReasonMissing(WindowDayId windowDayId) implements WindowDayRefusal {}

    @Refuses(nature = BREAKS_RULE, rule = "window-day/one-day")
    record AnotherDay(WindowDayId windowDayId, Instant at) implements WindowDayRefusal {}

    @Refuses(nature = OUT_OF_ORDER, rule = "window-day/in-order")
    record BeforeThePrevious(WindowDayId windowDayId, Instant at, Instant previous) implements WindowDayRefusal {}

    @Refuses(nature = UNKNOWN, rule = "window/set-up-first")
    record NoSuchWindow(WindowId windowId) implements WindowDayRefusal {

        public NoSuchWindow(WindowDayId windowDayId) {
            this(windowDayId.window());
        }
    }
}

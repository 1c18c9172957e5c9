package org.serviceledger.command.windowday;

import java.time.Instant;
import org.serviceledger.api.windowday.WindowDayEvent;
import org.serviceledger.api.windowday.WindowDayEvent.ExtraHoursServed;
import org.serviceledger.api.windowday.WindowDayEvent.WindowClosed;
import org.serviceledger.api.windowday.WindowDayEvent.WindowOpened;
import org.serviceledger.api.windowday.WindowDayEvent.WindowPaused;
import org.serviceledger.api.windowday.WindowDayEvent.WindowResumed;
import org.serviceledger.api.windowday.WindowSign;

/**
 * What the rules need to know of a window's day so far.
 *
 * @param last when something last happened, the beginning of time if nothing has
 */
record WindowDayState(WindowSign sign, Instant last) {

    static final WindowDayState INITIAL = new WindowDayState(WindowSign.CLOSED, Instant.MIN);

    /** Folds one event in; one that cannot follow means a corrupt stream. */
    WindowDayState evolve(WindowDayEvent event) {
        return switch (event) {
            case WindowOpened e when sign == WindowSign.CLOSED -> new WindowDayState(WindowSign.OPEN, e.occurredAt());
            case WindowPaused e when sign == WindowSign.OPEN -> new WindowDayState(WindowSign.PAUSED, e.occurredAt());
            case WindowResumed e when sign == WindowSign.PAUSED -> new WindowDayState(WindowSign.OPEN, e.occurredAt());
            case WindowClosed e when sign != WindowSign.CLOSED -> new WindowDayState(WindowSign.CLOSED, e.occurredAt());
            case ExtraHoursServed e -> new WindowDayState(sign, e.occurredAt());
            case WindowOpened _, WindowPaused _, WindowResumed _, WindowClosed _ ->
                throw new IllegalStateException("%s cannot follow %s".formatted(event, this));
        };
    }
}

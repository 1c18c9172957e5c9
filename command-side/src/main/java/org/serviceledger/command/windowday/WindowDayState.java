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
 * The part of a window's day that the rules need.
 *
 * @param last time of the last event, or {@link Instant#MIN} if there is none
 */
record WindowDayState(WindowSign sign, Instant last) {

    static final WindowDayState INITIAL = new WindowDayState(WindowSign.CLOSED, Instant.MIN);

    /**
     * Returns the state after the event.
     *
     * @throws IllegalStateException if the event cannot follow this state, which means a corrupt stream
     */
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

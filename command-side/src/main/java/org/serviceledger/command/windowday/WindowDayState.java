package org.serviceledger.command.windowday;

import java.time.Instant;
import org.serviceledger.api.windowday.WindowDayEvent;
import org.serviceledger.api.windowday.WindowDayEvent.ExtraHoursServed;
import org.serviceledger.api.windowday.WindowDayEvent.WindowClosed;
import org.serviceledger.api.windowday.WindowDayEvent.WindowOpened;
import org.serviceledger.api.windowday.WindowDayEvent.WindowPaused;
import org.serviceledger.api.windowday.WindowDayEvent.WindowResumed;

/**
 * What the rules need to know of a window's day so far.
 *
 * @param last when something last happened, the beginning of time if nothing has
 */
record WindowDayState(Sign sign, Instant last) {

    /** What a visitor sees at the window. */
    enum Sign {
        CLOSED("关闭"),
        OPEN("开放"),
        PAUSED("暂停服务");

        private final String term;

        Sign(String term) {
            this.term = term;
        }

        String term() {
            return term;
        }
    }

    static final WindowDayState INITIAL = new WindowDayState(Sign.CLOSED, Instant.MIN);

    /** Folds one event in; one that cannot follow means a corrupt stream. */
    WindowDayState evolve(WindowDayEvent event) {
        return switch (event) {
            case WindowOpened e when sign == Sign.CLOSED -> new WindowDayState(Sign.OPEN, e.occurredAt());
            case WindowPaused e when sign == Sign.OPEN -> new WindowDayState(Sign.PAUSED, e.occurredAt());
            case WindowResumed e when sign == Sign.PAUSED -> new WindowDayState(Sign.OPEN, e.occurredAt());
            case WindowClosed e when sign != Sign.CLOSED -> new WindowDayState(Sign.CLOSED, e.occurredAt());
            case ExtraHoursServed e -> new WindowDayState(sign, e.occurredAt());
            case WindowOpened _, WindowPaused _, WindowResumed _, WindowClosed _ ->
                throw new IllegalStateException("%s cannot follow %s".formatted(event, this));
        };
    }
}

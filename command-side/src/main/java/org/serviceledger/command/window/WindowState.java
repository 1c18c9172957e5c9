package org.serviceledger.command.window;

import org.serviceledger.api.window.WindowEvent;
import org.serviceledger.api.window.WindowEvent.WindowRetired;
import org.serviceledger.api.window.WindowEvent.WindowSetUp;

/** The part of a window's history that the rules need. */
record WindowState(WindowStanding standing) {

    static final WindowState INITIAL = new WindowState(WindowStanding.UNKNOWN);

    /**
     * Returns the state after the event.
     *
     * @throws IllegalStateException if the event cannot follow this state, which means a corrupt stream
     */
    WindowState evolve(WindowEvent event) {
        return switch (event) {
            case WindowSetUp _ when standing == WindowStanding.UNKNOWN -> new WindowState(WindowStanding.IN_USE);
            case WindowRetired _ when standing == WindowStanding.IN_USE -> new WindowState(WindowStanding.RETIRED);
            case WindowSetUp _, WindowRetired _ ->
                throw new IllegalStateException("%s cannot follow %s".formatted(event, this));
        };
    }
}

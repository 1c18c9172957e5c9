package org.serviceledger.command.window;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.serviceledger.api.window.WindowEvent;
import org.serviceledger.api.window.WindowId;
import org.serviceledger.command.stream.StreamFold;
import org.springframework.stereotype.Component;

/** Looks up whether a window has been set up and not retired. */
@Component
public final class WindowRegister {

    private final StreamFold<WindowState, WindowEvent> windows;

    public WindowRegister(EventStore events) {
        this.windows = new StreamFold<>(events, WindowEvent.class, WindowState.INITIAL, WindowState::evolve);
    }

    public WindowStanding standing(WindowId id) {
        return windows.of(id).standing();
    }
}

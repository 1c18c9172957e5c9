package org.serviceledger.command.window;

import java.util.List;
import java.util.Set;
import org.serviceledger.api.CommandRefused;
import org.serviceledger.api.organization.OrganizationRefusal.NotEstablished;
import org.serviceledger.api.window.WindowCommand;
import org.serviceledger.api.window.WindowCommand.RetireWindow;
import org.serviceledger.api.window.WindowCommand.SetUpWindow;
import org.serviceledger.api.window.WindowEvent;
import org.serviceledger.api.window.WindowEvent.WindowRetired;
import org.serviceledger.api.window.WindowEvent.WindowSetUp;
import org.serviceledger.api.window.WindowRefusal.WindowAlreadySetUp;
import org.serviceledger.api.window.WindowRefusal.WindowIsRetired;
import org.serviceledger.api.window.WindowRefusal.WindowNotSetUp;

/** The rules of a window. Pure functions: they depend on no framework and no clock. */
final class WindowDecider {

    private WindowDecider() {}

    /**
     * Returns the events that a command causes.
     *
     * @param hallIsThere whether the window's organisation has been established
     */
    static List<WindowEvent> decide(WindowState state, WindowCommand command, boolean hallIsThere) {
        return switch (command) {
            case SetUpWindow setUp -> setUp(state, setUp, hallIsThere);
            case RetireWindow retire -> retire(state, retire);
        };
    }

    /** The commands that may follow in this state; every other one is refused. */
    static Set<Class<? extends WindowCommand>> legal(WindowState state) {
        return switch (state.standing()) {
            case UNKNOWN -> Set.of(SetUpWindow.class);
            case IN_USE -> Set.of(RetireWindow.class);
            case RETIRED -> Set.of();
        };
    }

    private static List<WindowEvent> setUp(WindowState state, SetUpWindow c, boolean hallIsThere) {
        var id = c.windowId();
        return switch (state.standing()) {
            case IN_USE -> throw new CommandRefused(new WindowAlreadySetUp(id));
            case RETIRED -> throw new CommandRefused(new WindowIsRetired(id));
            case UNKNOWN -> {
                if (!hallIsThere) {
                    throw new CommandRefused(new NotEstablished(id.organization()));
                }
                yield List.of(new WindowSetUp(id, id.organization(), c.name(), c.kind(), c.by(), c.at()));
            }
        };
    }

    private static List<WindowEvent> retire(WindowState state, RetireWindow c) {
        var id = c.windowId();
        return switch (state.standing()) {
            case IN_USE -> List.of(new WindowRetired(id, id.organization(), c.reason(), c.by(), c.at()));
            case RETIRED -> throw new CommandRefused(new WindowIsRetired(id));
            case UNKNOWN -> throw new CommandRefused(new WindowNotSetUp(id));
        };
    }
}

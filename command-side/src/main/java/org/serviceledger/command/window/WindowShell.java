package org.serviceledger.command.window;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.serviceledger.api.SignedIn;
import org.serviceledger.api.window.WindowCommand;
import org.serviceledger.api.window.WindowCommand.RetireWindow;
import org.serviceledger.api.window.WindowCommand.SetUpWindow;
import org.serviceledger.api.window.WindowEvent;
import org.serviceledger.api.window.WindowId;
import org.serviceledger.command.access.Scopes;
import org.serviceledger.command.organization.HallDirectory;
import org.serviceledger.command.stream.FamilyShell;
import org.springframework.stereotype.Component;

/** Runs windows (窗口) and looks up whether their hall has been established. */
@Component
final class WindowShell extends FamilyShell<WindowState, WindowCommand, WindowEvent> {

    private final HallDirectory halls;

    WindowShell(HallDirectory halls) {
        super("Window", WindowCommand.class, WindowEvent.class, WindowState.INITIAL, WindowState::evolve);
        this.halls = halls;
    }

    @Override
    public List<WindowEvent> decide(WindowState state, WindowCommand command) {
        return WindowDecider.decide(state, command, hallIsThere(command));
    }

    @Override
    public void mustReach(SignedIn user, WindowState state, String stream) {
        Scopes.mustReach(user, new WindowId(stream).organization());
    }

    @Override
    public Set<Class<? extends WindowCommand>> legal(WindowState state, Instant now) {
        return WindowDecider.legal(state);
    }

    private boolean hallIsThere(WindowCommand command) {
        return switch (command) {
            case SetUpWindow _ -> halls.knows(command.windowId().organization());
            case RetireWindow _ -> true;
        };
    }
}

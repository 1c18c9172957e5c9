package org.serviceledger.command.windowday;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.serviceledger.api.SignedIn;
import org.serviceledger.api.windowday.WindowDayCommand;
import org.serviceledger.api.windowday.WindowDayEvent;
import org.serviceledger.api.windowday.WindowDayId;
import org.serviceledger.command.access.Scopes;
import org.serviceledger.command.stream.FamilyShell;
import org.serviceledger.command.window.WindowRegister;
import org.springframework.stereotype.Component;

/** Runs window days (窗口启闭) and loads the window of each. */
@Component
final class WindowDayShell extends FamilyShell<WindowDayState, WindowDayCommand, WindowDayEvent> {

    private final WindowRegister windows;

    WindowDayShell(WindowRegister windows) {
        super(
                "WindowDay",
                WindowDayCommand.class,
                WindowDayEvent.class,
                WindowDayState.INITIAL,
                WindowDayState::evolve,
                5_000);
        this.windows = windows;
    }

    @Override
    public List<WindowDayEvent> decide(WindowDayState state, WindowDayCommand command) {
        var window = windows.standing(command.windowDayId().window());
        return WindowDayDecider.decide(state, command, window);
    }

    @Override
    public void mustReach(SignedIn user, WindowDayState state, String stream) {
        Scopes.mustReach(user, new WindowDayId(stream).window().organization());
    }

    @Override
    public Set<Class<? extends WindowDayCommand>> legal(WindowDayState state, Instant now) {
        return WindowDayDecider.legal(state);
    }
}

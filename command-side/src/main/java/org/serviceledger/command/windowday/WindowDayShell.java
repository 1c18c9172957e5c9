package org.serviceledger.command.windowday;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.serviceledger.api.windowday.WindowDayCommand;
import org.serviceledger.api.windowday.WindowDayEvent;
import org.serviceledger.command.stream.FamilyShell;
import org.serviceledger.command.window.WindowRegister;
import org.springframework.stereotype.Component;

/** Runs window days (窗口启闭) and loads the window of each. */
@Component
final class WindowDayShell implements FamilyShell<WindowDayState, WindowDayCommand, WindowDayEvent> {

    private final WindowRegister windows;

    WindowDayShell(WindowRegister windows) {
        this.windows = windows;
    }

    @Override
    public String type() {
        return "WindowDay";
    }

    @Override
    public Class<WindowDayCommand> commands() {
        return WindowDayCommand.class;
    }

    @Override
    public Class<WindowDayEvent> events() {
        return WindowDayEvent.class;
    }

    @Override
    public WindowDayState initial() {
        return WindowDayState.INITIAL;
    }

    @Override
    public WindowDayState evolve(WindowDayState state, WindowDayEvent event) {
        return state.evolve(event);
    }

    @Override
    public List<WindowDayEvent> decide(WindowDayState state, WindowDayCommand command) {
        var window = windows.standing(command.windowDayId().window());
        return WindowDayDecider.decide(state, command, window);
    }

    @Override
    public Set<Class<? extends WindowDayCommand>> legal(WindowDayState state, Instant now) {
        return WindowDayDecider.legal(state);
    }

    @Override
    public int keptAlive() {
        return 5_000;
    }
}

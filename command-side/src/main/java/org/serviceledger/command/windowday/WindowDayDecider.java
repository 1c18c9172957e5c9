package org.serviceledger.command.windowday;

import static org.serviceledger.api.calendar.WorkingDayCalendar.CHINA;

import java.util.List;
import java.util.Set;
import org.serviceledger.api.CommandRefused;
import org.serviceledger.api.windowday.WindowDayCommand;
import org.serviceledger.api.windowday.WindowDayCommand.CloseWindow;
import org.serviceledger.api.windowday.WindowDayCommand.OpenWindow;
import org.serviceledger.api.windowday.WindowDayCommand.PauseWindow;
import org.serviceledger.api.windowday.WindowDayCommand.ResumeWindow;
import org.serviceledger.api.windowday.WindowDayCommand.ServeExtraHours;
import org.serviceledger.api.windowday.WindowDayEvent;
import org.serviceledger.api.windowday.WindowDayEvent.ExtraHoursServed;
import org.serviceledger.api.windowday.WindowDayEvent.WindowClosed;
import org.serviceledger.api.windowday.WindowDayEvent.WindowOpened;
import org.serviceledger.api.windowday.WindowDayEvent.WindowPaused;
import org.serviceledger.api.windowday.WindowDayEvent.WindowResumed;
import org.serviceledger.api.windowday.WindowDayRefusal;
import org.serviceledger.api.windowday.WindowDayRefusal.AlreadyOpen;
import org.serviceledger.api.windowday.WindowDayRefusal.AnotherDay;
import org.serviceledger.api.windowday.WindowDayRefusal.BeforeThePrevious;
import org.serviceledger.api.windowday.WindowDayRefusal.NoSuchWindow;
import org.serviceledger.api.windowday.WindowDayRefusal.NotOpen;
import org.serviceledger.api.windowday.WindowDayRefusal.NotPaused;
import org.serviceledger.api.windowday.WindowDayRefusal.ReasonMissing;
import org.serviceledger.api.windowday.WindowSign;
import org.serviceledger.command.window.WindowStanding;

/** The rules of a window's day (东政办发〔2020〕44号 二(六)). Pure functions: they depend on no framework and no clock. */
final class WindowDayDecider {

    private WindowDayDecider() {}

    /** Returns the events that a command causes. A window retired during the day may still be closed but not opened. */
    static List<WindowDayEvent> decide(WindowDayState state, WindowDayCommand command, WindowStanding window) {
        mustBeOnTheDay(state, command);
        return switch (command) {
            case OpenWindow open -> open(state, mustBeInUse(open, window));
            case PauseWindow pause -> pause(state, pause);
            case ResumeWindow resume -> resume(state, resume);
            case CloseWindow close -> close(state, close);
            case ServeExtraHours serve -> serveExtraHours(mustBeInUse(serve, window));
        };
    }

    /** The commands that may follow in this state on the day itself; every other one is refused. */
    static Set<Class<? extends WindowDayCommand>> legal(WindowDayState state) {
        return switch (state.sign()) {
            case CLOSED -> Set.of(OpenWindow.class, ServeExtraHours.class);
            case OPEN -> Set.of(PauseWindow.class, CloseWindow.class, ServeExtraHours.class);
            case PAUSED -> Set.of(ResumeWindow.class, CloseWindow.class, ServeExtraHours.class);
        };
    }

    private static List<WindowDayEvent> open(WindowDayState state, OpenWindow c) {
        refuseIf(state.sign() != WindowSign.CLOSED, new AlreadyOpen(c.windowDayId()));
        return List.of(new WindowOpened(c.windowDayId(), c.by(), c.at()));
    }

    private static List<WindowDayEvent> pause(WindowDayState state, PauseWindow c) {
        refuseIf(state.sign() != WindowSign.OPEN, new NotOpen(c.windowDayId(), state.sign()));
        refuseIf(c.reason().isBlank(), new ReasonMissing(c.windowDayId()));
        return List.of(new WindowPaused(c.windowDayId(), c.reason(), c.signShown(), c.by(), c.at()));
    }

    private static List<WindowDayEvent> resume(WindowDayState state, ResumeWindow c) {
        refuseIf(state.sign() != WindowSign.PAUSED, new NotPaused(c.windowDayId(), state.sign()));
        return List.of(new WindowResumed(c.windowDayId(), c.by(), c.at()));
    }

    private static List<WindowDayEvent> close(WindowDayState state, CloseWindow c) {
        refuseIf(state.sign() == WindowSign.CLOSED, new NotOpen(c.windowDayId(), state.sign()));
        return List.of(new WindowClosed(c.windowDayId(), c.by(), c.at()));
    }

    private static List<WindowDayEvent> serveExtraHours(ServeExtraHours c) {
        return List.of(new ExtraHoursServed(c.windowDayId(), c.kind(), c.by(), c.at()));
    }

    private static void mustBeOnTheDay(WindowDayState state, WindowDayCommand c) {
        var day = c.windowDayId().date();
        refuseIf(!c.at().atZone(CHINA).toLocalDate().equals(day), new AnotherDay(c.windowDayId(), c.at()));
        refuseIf(c.at().isBefore(state.last()), new BeforeThePrevious(c.windowDayId(), c.at(), state.last()));
    }

    private static <C extends WindowDayCommand> C mustBeInUse(C command, WindowStanding window) {
        refuseIf(window != WindowStanding.IN_USE, new NoSuchWindow(command.windowDayId()));
        return command;
    }

    private static void refuseIf(boolean broken, WindowDayRefusal refusal) {
        if (broken) {
            throw new CommandRefused(refusal);
        }
    }
}

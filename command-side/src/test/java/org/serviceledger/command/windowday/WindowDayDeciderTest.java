package org.serviceledger.command.windowday;

import static org.serviceledger.command.Examples.*;

import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.serviceledger.api.windowday.ExtraService;
import org.serviceledger.api.windowday.WindowDayCommand;
import org.serviceledger.api.windowday.WindowDayCommand.CloseWindow;
import org.serviceledger.api.windowday.WindowDayCommand.OpenWindow;
import org.serviceledger.api.windowday.WindowDayCommand.PauseWindow;
import org.serviceledger.api.windowday.WindowDayCommand.ResumeWindow;
import org.serviceledger.api.windowday.WindowDayCommand.ServeExtraHours;
import org.serviceledger.api.windowday.WindowDayEvent;
import org.serviceledger.api.windowday.WindowDayEvent.WindowClosed;
import org.serviceledger.api.windowday.WindowDayEvent.WindowOpened;
import org.serviceledger.api.windowday.WindowDayEvent.WindowPaused;
import org.serviceledger.api.windowday.WindowDayId;
import org.serviceledger.api.windowday.WindowDayRefusal.AlreadyOpen;
import org.serviceledger.api.windowday.WindowDayRefusal.AnotherDay;
import org.serviceledger.api.windowday.WindowDayRefusal.BeforeThePrevious;
import org.serviceledger.api.windowday.WindowDayRefusal.NoSuchWindow;
import org.serviceledger.api.windowday.WindowDayRefusal.NotOpen;
import org.serviceledger.api.windowday.WindowDayRefusal.NotPaused;
import org.serviceledger.api.windowday.WindowDayRefusal.ReasonMissing;
import org.serviceledger.api.windowday.WindowSign;
import org.serviceledger.command.DeciderSpec;
import org.serviceledger.command.window.WindowStanding;
import org.serviceledger.fixtures.WindowDayEvents;

class WindowDayDeciderTest {

    private static final WindowDayId DAY = WindowDayId.of(WINDOW, LocalDate.of(2024, 3, 1));

    @Nested
    class AClosedWindow {

        @Test
        void opens() {
            given().when(open("2024-03-01 08:30")).then(opened("2024-03-01 08:30"));
        }

        @Test
        void opensAgainAfterNoon() {
            given(opened("2024-03-01 08:30"), closed("2024-03-01 12:00"))
                    .when(open("2024-03-01 14:00"))
                    .then(opened("2024-03-01 14:00"));
        }

        @Test
        void cannotPauseNorClose() {
            given().when(pause("开会", "2024-03-01 09:00")).thenRefused(new NotOpen(DAY, WindowSign.CLOSED));
            given().when(new CloseWindow(DAY, CLERK, at("2024-03-01 12:00")))
                    .thenRefused(new NotOpen(DAY, WindowSign.CLOSED));
        }

        @Test
        void opensOnItsOwnDayOnly() {
            given().when(open("2024-03-02 00:00")).thenRefused(new AnotherDay(DAY, at("2024-03-02 00:00")));
        }

        @Test
        void opensOnlyIfItIsThereAndNotRetired() {
            spec(WindowStanding.UNKNOWN).when(open("2024-03-01 08:30")).thenRefused(new NoSuchWindow(DAY));
            spec(WindowStanding.RETIRED).when(open("2024-03-01 08:30")).thenRefused(new NoSuchWindow(DAY));
        }

        @Test
        void mayServeExtraHours() {
            var noon = at("2024-03-01 12:30");

            given().when(new ServeExtraHours(DAY, ExtraService.NOON, CLERK, noon))
                    .then(WindowDayEvents.extraHoursServed()
                            .of(DAY)
                            .by(CLERK)
                            .at(noon)
                            .event());
        }
    }

    @Nested
    class AnOpenWindow {

        @Test
        void doesNotOpenTwice() {
            given(opened("2024-03-01 08:30")).when(open("2024-03-01 08:31")).thenRefused(new AlreadyOpen(DAY));
        }

        @Test
        void pausesForAReason() {
            given(opened("2024-03-01 08:30"))
                    .when(pause(" ", "2024-03-01 09:00"))
                    .thenRefused(new ReasonMissing(DAY));
            given(opened("2024-03-01 08:30"))
                    .when(pause("开会", "2024-03-01 09:00"))
                    .then(paused("2024-03-01 09:00"));
        }

        @Test
        void resumesOnlyFromAPause() {
            given(opened("2024-03-01 08:30"))
                    .when(new ResumeWindow(DAY, CLERK, at("2024-03-01 09:00")))
                    .thenRefused(new NotPaused(DAY, WindowSign.OPEN));
        }

        @Test
        void takesNothingFromBefore() {
            given(opened("2024-03-01 08:30"))
                    .when(pause("开会", "2024-03-01 08:29"))
                    .thenRefused(new BeforeThePrevious(DAY, at("2024-03-01 08:29"), at("2024-03-01 08:30")));
        }

        @Test
        void mayBeClosedAlsoWhenItWasRetiredMeanwhile() {
            spec(WindowStanding.RETIRED, opened("2024-03-01 08:30"))
                    .when(new CloseWindow(DAY, CLERK, at("2024-03-01 12:00")))
                    .then(closed("2024-03-01 12:00"));
        }
    }

    @Nested
    class APausedWindow {

        @Test
        void resumesOrCloses() {
            given(opened("2024-03-01 08:30"), paused("2024-03-01 09:00"))
                    .when(new ResumeWindow(DAY, CLERK, at("2024-03-01 09:10")))
                    .then(WindowDayEvents.resumed()
                            .of(DAY)
                            .by(CLERK)
                            .at(at("2024-03-01 09:10"))
                            .event());
            given(opened("2024-03-01 08:30"), paused("2024-03-01 09:00"))
                    .when(new CloseWindow(DAY, CLERK, at("2024-03-01 12:00")))
                    .then(closed("2024-03-01 12:00"));
        }

        @Test
        void doesNotPauseTwice() {
            given(opened("2024-03-01 08:30"), paused("2024-03-01 09:00"))
                    .when(pause("开会", "2024-03-01 09:10"))
                    .thenRefused(new NotOpen(DAY, WindowSign.PAUSED));
        }
    }

    private static DeciderSpec<WindowDayState, WindowDayCommand, WindowDayEvent> given(WindowDayEvent... history) {
        return spec(WindowStanding.IN_USE, history);
    }

    private static DeciderSpec<WindowDayState, WindowDayCommand, WindowDayEvent> spec(
            WindowStanding window, WindowDayEvent... history) {
        BiFunction<WindowDayState, WindowDayCommand, List<WindowDayEvent>> decider =
                (state, command) -> WindowDayDecider.decide(state, command, window);
        return DeciderSpec.given(WindowDayState.INITIAL, WindowDayState::evolve, decider, history);
    }

    private static OpenWindow open(String time) {
        return new OpenWindow(DAY, CLERK, at(time));
    }

    private static PauseWindow pause(String reason, String time) {
        return new PauseWindow(DAY, reason, false, CLERK, at(time));
    }

    private static WindowOpened opened(String time) {
        return WindowDayEvents.opened().of(DAY).by(CLERK).at(at(time)).event();
    }

    private static WindowPaused paused(String time) {
        return WindowDayEvents.paused()
                .of(DAY)
                .reason("开会")
                .by(CLERK)
                .at(at(time))
                .event();
    }

    private static WindowClosed closed(String time) {
        return WindowDayEvents.closed().of(DAY).by(CLERK).at(at(time)).event();
    }
}

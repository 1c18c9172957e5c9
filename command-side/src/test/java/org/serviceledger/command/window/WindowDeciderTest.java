package org.serviceledger.command.window;

import static org.serviceledger.command.Examples.*;

import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.serviceledger.api.organization.OrganizationRefusal.NotEstablished;
import org.serviceledger.api.window.WindowCommand;
import org.serviceledger.api.window.WindowCommand.RetireWindow;
import org.serviceledger.api.window.WindowCommand.SetUpWindow;
import org.serviceledger.api.window.WindowEvent;
import org.serviceledger.api.window.WindowEvent.WindowRetired;
import org.serviceledger.api.window.WindowEvent.WindowSetUp;
import org.serviceledger.api.window.WindowKind;
import org.serviceledger.api.window.WindowRefusal.WindowAlreadySetUp;
import org.serviceledger.api.window.WindowRefusal.WindowIsRetired;
import org.serviceledger.api.window.WindowRefusal.WindowNotSetUp;
import org.serviceledger.command.DeciderSpec;
import org.serviceledger.fixtures.WindowEvents;

class WindowDeciderTest {

    private static final SetUpWindow SET_UP =
            new SetUpWindow(WINDOW, "民生综合窗口", WindowKind.LIVELIHOOD, ADMIN, at("2024-01-02 08:00"));
    private static final RetireWindow RETIRE = new RetireWindow(WINDOW, "合并", ADMIN, at("2024-03-01 08:00"));
    private static final WindowSetUp WAS_SET_UP = WindowEvents.setUp()
            .of(WINDOW)
            .organization(TOWN)
            .name("民生综合窗口")
            .kind(WindowKind.LIVELIHOOD)
            .by(ADMIN)
            .at(at("2024-01-02 08:00"))
            .event();
    private static final WindowRetired WAS_RETIRED = WindowEvents.retired()
            .of(WINDOW)
            .organization(TOWN)
            .by(ADMIN)
            .at(at("2024-03-01 08:00"))
            .event();

    @Nested
    class AWindow {

        @Test
        void isSetUpOnceInAHallThatIsThere() {
            given(true).when(SET_UP).then(WAS_SET_UP);
            given(false).when(SET_UP).thenRefused(new NotEstablished(TOWN));
            given(true, WAS_SET_UP).when(SET_UP).thenRefused(new WindowAlreadySetUp(WINDOW));
        }

        @Test
        void isRetiredForGood() {
            given(true).when(RETIRE).thenRefused(new WindowNotSetUp(WINDOW));
            given(true, WAS_SET_UP).when(RETIRE).then(WAS_RETIRED);
            given(true, WAS_SET_UP, WAS_RETIRED).when(RETIRE).thenRefused(new WindowIsRetired(WINDOW));
            given(true, WAS_SET_UP, WAS_RETIRED).when(SET_UP).thenRefused(new WindowIsRetired(WINDOW));
        }
    }

    private static DeciderSpec<WindowState, WindowCommand, WindowEvent> given(
            boolean hallIsThere, WindowEvent... history) {
        BiFunction<WindowState, WindowCommand, List<WindowEvent>> decider =
                (state, command) -> WindowDecider.decide(state, command, hallIsThere);
        return DeciderSpec.given(WindowState.INITIAL, WindowState::evolve, decider, history);
    }
}

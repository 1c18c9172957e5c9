package org.serviceledger.api.windowday;

import static org.serviceledger.api.UserRole.CLERK;
import static org.serviceledger.api.UserRole.MANAGER;

import java.time.Instant;
import org.serviceledger.api.Actor;
import org.serviceledger.api.LedgerCommand;
import org.serviceledger.api.act.Act;
import org.serviceledger.api.act.Text;

/** Commands on one day of a window (窗口当日记录). */
public sealed interface WindowDayCommand extends LedgerCommand {

    WindowDayId windowDayId();

    @Override
    default String stream() {
        return windowDayId().value();
    }

    @Act(
            path = "open",
            roles = {CLERK, MANAGER})
    record OpenWindow(WindowDayId windowDayId, Actor by, Instant at) implements WindowDayCommand {}

    /**
     * Pauses service at the window.
     *
     * @param signShown whether the clerk put up the sign 暂停服务, which the notice requires
     */
    @Act(
            path = "pause",
            roles = {CLERK, MANAGER})
    record PauseWindow(
            WindowDayId windowDayId, @Text(max = 500) String reason, boolean signShown, Actor by, Instant at)
            implements WindowDayCommand {}

    @Act(
            path = "resume",
            roles = {CLERK, MANAGER})
    record ResumeWindow(WindowDayId windowDayId, Actor by, Instant at) implements WindowDayCommand {}

    @Act(
            path = "close",
            roles = {CLERK, MANAGER})
    record CloseWindow(WindowDayId windowDayId, Actor by, Instant at) implements WindowDayCommand {}

    /** Records service outside regular hours: noon (午间), late (延时) or weekend (双休日). */
    @Act(
            path = "extra-hours",
            roles = {CLERK, MANAGER})
    record ServeExtraHours(WindowDayId windowDayId, ExtraService kind, Actor by, Instant at)
            implements WindowDayCommand {}
}

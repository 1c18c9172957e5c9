package org.serviceledger.api.windowday;

import java.time.Instant;
import org.serviceledger.api.Actor;
import org.serviceledger.api.LedgerCommand;

/** Commands on one day of a window (窗口当日记录). */
public sealed interface WindowDayCommand extends LedgerCommand {

    WindowDayId windowDayId();

    @Override
    default String stream() {
        return windowDayId().value();
    }

    record OpenWindow(WindowDayId windowDayId, Actor by, Instant at) implements WindowDayCommand {}

    /**
     * Pauses service at the window.
     *
     * @param signShown whether the clerk put up the sign 暂停服务, which the notice requires
     */
    record PauseWindow(WindowDayId windowDayId, String reason, boolean signShown, Actor by, Instant at)
            implements WindowDayCommand {}

    record ResumeWindow(WindowDayId windowDayId, Actor by, Instant at) implements WindowDayCommand {}

    record CloseWindow(WindowDayId windowDayId, Actor by, Instant at) implements WindowDayCommand {}

    /** Records service outside regular hours: noon (午间), late (延时) or weekend (双休日). */
    record ServeExtraHours(WindowDayId windowDayId, ExtraService kind, Actor by, Instant at)
            implements WindowDayCommand {}
}

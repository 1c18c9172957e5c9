package org.serviceledger.api.windowday;

import java.time.Instant;
import org.serviceledger.api.Actor;
import org.serviceledger.api.LedgerCommand;

/** Everything that may be asked of one day of a window (窗口当日记录). */
public sealed interface WindowDayCommand extends LedgerCommand {

    WindowDayId windowDayId();

    @Override
    default String stream() {
        return windowDayId().value();
    }

    record OpenWindow(WindowDayId windowDayId, Actor by, Instant at) implements WindowDayCommand {}

    /**
     * Stops serving for a while.
     *
     * @param signShown whether the sign 暂停服务 was put up, as the notice demands
     */
    record PauseWindow(WindowDayId windowDayId, String reason, boolean signShown, Actor by, Instant at)
            implements WindowDayCommand {}

    record ResumeWindow(WindowDayId windowDayId, Actor by, Instant at) implements WindowDayCommand {}

    record CloseWindow(WindowDayId windowDayId, Actor by, Instant at) implements WindowDayCommand {}

    /** Serving outside regular hours: noon (午间), late (延时) or weekend (双休日). */
    record ServeExtraHours(WindowDayId windowDayId, ExtraService kind, Actor by, Instant at)
            implements WindowDayCommand {}
}

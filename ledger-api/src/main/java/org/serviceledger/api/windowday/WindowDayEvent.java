package org.serviceledger.api.windowday;

import java.time.Instant;
import org.serviceledger.api.Actor;
import org.serviceledger.api.LedgerEvent;
import org.serviceledger.api.WireName;

/** Everything that can have happened to a window within one day (窗口当日记录). */
public sealed interface WindowDayEvent extends LedgerEvent {

    WindowDayId windowDayId();

    @Override
    default String stream() {
        return windowDayId().value();
    }

    @WireName(value = "window-day.opened", term = "开窗")
    record WindowOpened(WindowDayId windowDayId, Actor by, Instant occurredAt) implements WindowDayEvent {}

    /**
     * The window stopped serving for a while.
     *
     * @param signShown false is a breach of the notice, kept as a fact
     */
    @WireName(value = "window-day.paused", term = "暂停服务")
    record WindowPaused(WindowDayId windowDayId, String reason, boolean signShown, Actor by, Instant occurredAt)
            implements WindowDayEvent {}

    @WireName(value = "window-day.resumed", term = "恢复服务")
    record WindowResumed(WindowDayId windowDayId, Actor by, Instant occurredAt) implements WindowDayEvent {}

    @WireName(value = "window-day.closed", term = "关窗")
    record WindowClosed(WindowDayId windowDayId, Actor by, Instant occurredAt) implements WindowDayEvent {}

    @WireName(value = "window-day.extra-hours", term = "延时错时服务")
    record ExtraHoursServed(WindowDayId windowDayId, ExtraService kind, Actor by, Instant occurredAt)
            implements WindowDayEvent {}
}

package org.serviceledger.api.windowday;

import java.time.Instant;
import org.serviceledger.api.Actor;
import org.serviceledger.api.LedgerEvent;
import org.serviceledger.api.WireName;

/** Events of one day of a window (窗口当日记录). */
public sealed interface WindowDayEvent extends LedgerEvent {

    WindowDayId windowDayId();

    @Override
    default String stream() {
        return windowDayId().value();
    }

    @WireName("window-day.opened")
    record WindowOpened(WindowDayId windowDayId, Actor by, Instant occurredAt) implements WindowDayEvent {}

    /**
     * The window paused service.
     *
     * @param signShown false is a breach of the notice; the ledger records it as a fact and does not refuse it
     */
    @WireName("window-day.paused")
    record WindowPaused(WindowDayId windowDayId, String reason, boolean signShown, Actor by, Instant occurredAt)
            implements WindowDayEvent {}

    @WireName("window-day.resumed")
    record WindowResumed(WindowDayId windowDayId, Actor by, Instant occurredAt) implements WindowDayEvent {}

    @WireName("window-day.closed")
    record WindowClosed(WindowDayId windowDayId, Actor by, Instant occurredAt) implements WindowDayEvent {}

    @WireName("window-day.extra-hours")
    record ExtraHoursServed(WindowDayId windowDayId, ExtraService kind, Actor by, Instant occurredAt)
            implements WindowDayEvent {}
}

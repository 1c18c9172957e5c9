package org.serviceledger.api.window;

import java.time.Instant;
import org.serviceledger.api.Actor;
import org.serviceledger.api.LedgerEvent;
import org.serviceledger.api.WireName;
import org.serviceledger.api.organization.OrganizationId;

/** Events of a window (窗口). */
public sealed interface WindowEvent extends LedgerEvent {

    WindowId windowId();

    @Override
    default String stream() {
        return windowId().value();
    }

    @WireName("window.set-up")
    record WindowSetUp(
            WindowId windowId, OrganizationId organization, String name, WindowKind kind, Actor by, Instant occurredAt)
            implements WindowEvent {}

    @WireName("window.retired")
    record WindowRetired(WindowId windowId, OrganizationId organization, String reason, Actor by, Instant occurredAt)
            implements WindowEvent {}
}

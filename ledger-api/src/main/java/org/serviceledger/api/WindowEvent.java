package org.serviceledger.api;

import java.time.Instant;

/** Everything that can have happened to a window (窗口). */
public sealed interface WindowEvent extends LedgerEvent {

    WindowId windowId();

    @WireName(value = "window.set-up", term = "窗口设立")
    record WindowSetUp(
            WindowId windowId, OrganizationId organization, String name, WindowKind kind, Actor by, Instant occurredAt)
            implements WindowEvent {}

    @WireName(value = "window.retired", term = "窗口撤销")
    record WindowRetired(WindowId windowId, OrganizationId organization, String reason, Actor by, Instant occurredAt)
            implements WindowEvent {}
}

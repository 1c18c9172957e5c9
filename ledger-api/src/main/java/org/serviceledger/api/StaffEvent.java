package org.serviceledger.api;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Everything that can have happened to a member of staff (工作人员). */
public sealed interface StaffEvent extends LedgerEvent {

    StaffId staffId();

    /** Of which organisation, so that every event of a person can be found below it. */
    OrganizationId organization();

    @WireName(value = "staff.registered", term = "人员登记")
    record StaffRegistered(
            StaffId staffId,
            String name,
            OrganizationId organization,
            String post,
            ActorRole role,
            @Nullable String department,
            Actor by,
            Instant occurredAt)
            implements StaffEvent {}

    @WireName(value = "staff.assigned", term = "窗口派驻")
    record StaffAssigned(
            StaffId staffId,
            String name,
            OrganizationId organization,
            WindowId window,
            DutyRole duty,
            @Nullable StaffId partner,
            LocalDate from,
            Actor by,
            Instant occurredAt)
            implements StaffEvent {}

    @WireName(value = "staff.left", term = "人员调离")
    record StaffLeft(
            StaffId staffId, String name, OrganizationId organization, LocalDate last, Actor by, Instant occurredAt)
            implements StaffEvent {}
}

package org.serviceledger.api.staff;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;
import org.serviceledger.api.ActorRole;
import org.serviceledger.api.LedgerEvent;
import org.serviceledger.api.WireName;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.window.WindowId;

/** Events of a member of staff (工作人员). */
public sealed interface StaffEvent extends LedgerEvent {

    StaffId staffId();

    @Override
    default String stream() {
        return staffId().value();
    }

    /** Returns the person's organisation, so that queries on an organisation find every event of its staff. */
    OrganizationId organization();

    @WireName("staff.registered")
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

    @WireName("staff.assigned")
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

    @WireName("staff.left")
    record StaffLeft(
            StaffId staffId, String name, OrganizationId organization, LocalDate last, Actor by, Instant occurredAt)
            implements StaffEvent {}
}

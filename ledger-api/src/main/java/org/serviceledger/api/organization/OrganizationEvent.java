package org.serviceledger.api.organization;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;
import org.serviceledger.api.LedgerEvent;
import org.serviceledger.api.WireName;

/** Events of an organisation (机构). */
public sealed interface OrganizationEvent extends LedgerEvent {

    OrganizationId organizationId();

    @Override
    default String stream() {
        return organizationId().value();
    }

    @WireName("organization.established")
    record OrganizationEstablished(
            OrganizationId organizationId,
            String name,
            OrganizationKind kind,
            @Nullable OrganizationId parent,
            @Nullable String address,
            @Nullable String phone,
            Actor by,
            Instant occurredAt)
            implements OrganizationEvent {}

    /** The hall was surveyed against the standard (场所标准: 面积, 功能区, 窗口, 设施). */
    @WireName("organization.hall-surveyed")
    record HallSurveyed(
            OrganizationId organizationId,
            int areaSquareMetres,
            List<String> zones,
            int windows,
            List<String> equipment,
            Actor by,
            Instant occurredAt)
            implements OrganizationEvent {}

    /**
     * The shifts from which lateness is computed from now on.
     *
     * @param graceMinutes how many minutes late or early do not count
     */
    @WireName("organization.service-hours-set")
    record ServiceHoursSet(
            OrganizationId organizationId, List<Shift> shifts, int graceMinutes, Actor by, Instant occurredAt)
            implements OrganizationEvent {}

    @WireName("organization.leader-appointed")
    record LeaderAppointed(
            OrganizationId organizationId,
            LeaderPost post,
            Actor.Person leader,
            LocalDate from,
            Actor by,
            Instant occurredAt)
            implements OrganizationEvent {}
}

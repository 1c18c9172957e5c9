package org.serviceledger.api.organization;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;
import org.serviceledger.api.LedgerCommand;

/** Commands on an organisation (机构). */
public sealed interface OrganizationCommand extends LedgerCommand {

    OrganizationId organizationId();

    @Override
    default String stream() {
        return organizationId().value();
    }

    record Establish(
            OrganizationId organizationId,
            String name,
            OrganizationKind kind,
            @Nullable OrganizationId parent,
            @Nullable String address,
            @Nullable String phone,
            Actor by,
            Instant at)
            implements OrganizationCommand {}

    record SurveyHall(
            OrganizationId organizationId,
            int areaSquareMetres,
            List<String> zones,
            int windows,
            List<String> equipment,
            Actor by,
            Instant at)
            implements OrganizationCommand {}

    /**
     * Sets the shifts from which lateness is computed.
     *
     * @param shifts in order of the day, without overlap
     * @param graceMinutes how many minutes late a check-in, or early a check-out, may be without counting
     */
    record SetServiceHours(OrganizationId organizationId, List<Shift> shifts, int graceMinutes, Actor by, Instant at)
            implements OrganizationCommand {}

    record AppointLeader(
            OrganizationId organizationId, LeaderPost post, Actor.Person leader, LocalDate from, Actor by, Instant at)
            implements OrganizationCommand {}
}

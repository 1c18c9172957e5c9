package org.serviceledger.api.organization;

import static org.serviceledger.api.UserRole.ADMINISTRATOR;
import static org.serviceledger.api.UserRole.MANAGER;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;
import org.serviceledger.api.LedgerCommand;
import org.serviceledger.api.act.Act;
import org.serviceledger.api.act.DefaultsTo;
import org.serviceledger.api.act.PlausibleTime;
import org.serviceledger.api.act.Text;

/** Commands on an organisation (机构). */
public sealed interface OrganizationCommand extends LedgerCommand {

    OrganizationId organizationId();

    @Override
    default String stream() {
        return organizationId().value();
    }

    @Act(method = Act.Method.CREATE, roles = ADMINISTRATOR)
    record Establish(
            OrganizationId organizationId,
            @Text(max = 100) String name,
            OrganizationKind kind,
            @Nullable OrganizationId parent,
            @Text(max = 200) @Nullable String address,
            @Text(max = 40) @Nullable String phone,
            Actor by,
            Instant at)
            implements OrganizationCommand {}

    @Act(path = "survey", roles = MANAGER)
    record SurveyHall(
            OrganizationId organizationId,
            @Min(0) @Max(1_000_000) int areaSquareMetres,
            @Size(max = 50) List<@Text(max = 60) String> zones,
            @Min(0) @Max(1000) int windows,
            @Size(max = 100) List<@Text(max = 100) String> equipment,
            Actor by,
            Instant at)
            implements OrganizationCommand {}

    /**
     * Sets the shifts from which lateness is computed.
     *
     * @param shifts in order of the day, without overlap
     * @param graceMinutes how many minutes late a check-in, or early a check-out, may be without counting
     */
    @Act(path = "service-hours", roles = MANAGER)
    record SetServiceHours(
            OrganizationId organizationId,
            @NotEmpty @Size(max = 12) List<Shift> shifts,
            @DefaultsTo("0") @Min(0) @Max(120) int graceMinutes,
            Actor by,
            Instant at)
            implements OrganizationCommand {}

    @Act(path = "leaders", roles = ADMINISTRATOR)
    record AppointLeader(
            OrganizationId organizationId,
            LeaderPost post,
            Actor.Person leader,
            @PlausibleTime LocalDate from,
            Actor by,
            Instant at)
            implements OrganizationCommand {}
}

package org.serviceledger.command.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;
import org.serviceledger.api.SignedIn;
import org.serviceledger.api.UserRole;
import org.serviceledger.api.organization.LeaderPost;
import org.serviceledger.api.organization.OrganizationCommand;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.organization.OrganizationKind;
import org.serviceledger.api.organization.Shift;
import org.serviceledger.words.Message;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Establishes organisations and sets up their halls. */
@RestController
@RequestMapping(path = "/api/organizations", produces = MediaType.APPLICATION_JSON_VALUE)
final class OrganizationsApi {

    private final CommandSender sender;

    OrganizationsApi(CommandSender sender) {
        this.sender = sender;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @AllowedTo(UserRole.ADMINISTRATOR)
    Recorded establish(@Valid @RequestBody Establish asked, @AuthenticationPrincipal SignedIn user) {
        return sender.record(
                user,
                asked.organizationId(),
                asked,
                (by, at) -> new OrganizationCommand.Establish(
                        asked.organizationId(),
                        asked.name(),
                        asked.kind(),
                        asked.parent(),
                        asked.address(),
                        asked.phone(),
                        by,
                        at));
    }

    @PostMapping("/{id}/service-hours")
    @AllowedTo(UserRole.MANAGER)
    Recorded serviceHours(
            @PathVariable OrganizationId id,
            @Valid @RequestBody ServiceHours asked,
            @AuthenticationPrincipal SignedIn user) {
        var shifts = asked.toShifts();
        return sender.record(
                user,
                id,
                asked,
                (by, at) -> new OrganizationCommand.SetServiceHours(
                        id, shifts, Objects.requireNonNullElse(asked.graceMinutes(), 0), by, at));
    }

    @PostMapping("/{id}/survey")
    @AllowedTo(UserRole.MANAGER)
    Recorded survey(
            @PathVariable OrganizationId id, @Valid @RequestBody Survey asked, @AuthenticationPrincipal SignedIn user) {
        return sender.record(
                user,
                id,
                asked,
                (by, at) -> new OrganizationCommand.SurveyHall(
                        id, asked.areaSquareMetres(), asked.zones(), asked.windows(), asked.equipment(), by, at));
    }

    @PostMapping("/{id}/leaders")
    @AllowedTo(UserRole.ADMINISTRATOR)
    Recorded leaders(
            @PathVariable OrganizationId id,
            @Valid @RequestBody Appoint asked,
            @AuthenticationPrincipal SignedIn user) {
        return sender.record(
                user,
                id,
                asked,
                (by, at) -> new OrganizationCommand.AppointLeader(
                        id, asked.post(), asked.leader().toPerson(), asked.from(), by, at));
    }

    record Establish(
            @NotNull OrganizationId organizationId,
            @Text(max = 100) String name,
            @NotNull OrganizationKind kind,
            @Nullable OrganizationId parent,
            @Text(max = 200, optional = true) @Nullable String address,
            @Text(max = 40, optional = true) @Nullable String phone,
            @Valid @Nullable By by,
            @PlausibleTime @Nullable Instant at)
            implements Act {}

    record ServiceHours(
            @NotEmpty @Size(max = 12) List<@NotNull @Valid Hours> shifts,
            @Nullable @Min(0) @Max(120) Integer graceMinutes,
            @Valid @Nullable By by,
            @PlausibleTime @Nullable Instant at)
            implements Act {

        private List<Shift> toShifts() {
            return IntStream.range(0, shifts.size())
                    .mapToObj(i -> shifts.get(i).toShift("shifts[%d].end".formatted(i)))
                    .toList();
        }
    }

    /** A shift in a request. */
    record Hours(
            @Text(max = 40) String name,
            @NotNull LocalTime start,
            @NotNull LocalTime end) {

        private Shift toShift(String field) {
            if (!start.isBefore(end)) {
                throw RequestRefused.ofField(field, Message.of("fault.after-start"));
            }
            return new Shift(name, start, end);
        }
    }

    record Survey(
            @NotNull @Min(0) @Max(1_000_000) Integer areaSquareMetres,
            @NotNull @Size(max = 50) List<@Text(max = 60) String> zones,
            @NotNull @Min(0) @Max(1000) Integer windows,
            @NotNull @Size(max = 100) List<@Text(max = 100) String> equipment,
            @Valid @Nullable By by,
            @PlausibleTime @Nullable Instant at)
            implements Act {}

    record Appoint(
            @NotNull LeaderPost post,
            @NotNull @Valid Leader leader,
            @NotNull @PlausibleTime LocalDate from,
            @Valid @Nullable By by,
            @PlausibleTime @Nullable Instant at)
            implements Act {}

    /** A leader by stable identifier and display name. */
    record Leader(
            @Text(max = 60) String person, @Text(max = 100) String name) {

        private Actor.Person toPerson() {
            return new Actor.Person(person, name);
        }
    }
}

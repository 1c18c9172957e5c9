package org.serviceledger.command.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;
import org.serviceledger.api.ActorRole;
import org.serviceledger.api.CommandRefused;
import org.serviceledger.api.LedgerCommand;
import org.serviceledger.api.SignedIn;
import org.serviceledger.api.UserRole;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.staff.DutyRole;
import org.serviceledger.api.staff.StaffCommand;
import org.serviceledger.api.staff.StaffId;
import org.serviceledger.api.staff.StaffRefusal;
import org.serviceledger.api.window.WindowId;
import org.serviceledger.command.staff.StaffRegister;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Registers members of staff and posts them to windows. */
@RestController
@RequestMapping(path = "/api/staff", produces = MediaType.APPLICATION_JSON_VALUE)
final class StaffApi {

    private final CommandSender sender;
    private final StaffRegister register;

    StaffApi(CommandSender sender, StaffRegister register) {
        this.sender = sender;
        this.register = register;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @AllowedTo(UserRole.MANAGER)
    Recorded register(@Valid @RequestBody Register asked, @AuthenticationPrincipal SignedIn user) {
        return sender.record(
                user,
                asked.organization(),
                asked,
                (by, at) -> new StaffCommand.Register(
                        asked.staffId(),
                        asked.name(),
                        asked.organization(),
                        asked.post(),
                        asked.role(),
                        asked.department(),
                        by,
                        at));
    }

    @PostMapping("/{number}/assign")
    @AllowedTo(UserRole.MANAGER)
    Recorded assign(
            @PathVariable StaffId number, @Valid @RequestBody Assign asked, @AuthenticationPrincipal SignedIn user) {
        Scopes.mustReach(user, asked.window().organization());
        return record(
                number,
                asked,
                user,
                (by, at) -> new StaffCommand.Assign(
                        number, asked.window(), asked.duty(), asked.partner(), asked.from(), by, at));
    }

    @PostMapping("/{number}/leave")
    @AllowedTo(UserRole.MANAGER)
    Recorded leave(
            @PathVariable StaffId number, @Valid @RequestBody Leave asked, @AuthenticationPrincipal SignedIn user) {
        return record(number, asked, user, (by, at) -> new StaffCommand.Leave(number, asked.last(), by, at));
    }

    private Recorded record(
            StaffId number, Act asked, SignedIn user, BiFunction<Actor, Instant, LedgerCommand> command) {
        var staff =
                register.member(number).orElseThrow(() -> new CommandRefused(new StaffRefusal.NotRegistered(number)));
        return sender.record(user, staff.organization(), asked, command);
    }

    record Register(
            @NotNull StaffId staffId,
            @Text(max = 100) String name,
            @NotNull OrganizationId organization,
            @Text(max = 100) String post,
            @NotNull ActorRole role,
            @Text(max = 100, optional = true) @Nullable String department,
            @Valid @Nullable By by,
            @PlausibleTime @Nullable Instant at)
            implements Act {}

    record Assign(
            @NotNull WindowId window,
            @NotNull DutyRole duty,
            @Nullable StaffId partner,
            @NotNull @PlausibleTime LocalDate from,
            @Valid @Nullable By by,
            @PlausibleTime @Nullable Instant at)
            implements Act {}

    record Leave(
            @NotNull @PlausibleTime LocalDate last,
            @Valid @Nullable By by,
            @PlausibleTime @Nullable Instant at) implements Act {}
}

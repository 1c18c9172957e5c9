package org.serviceledger.command.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;
import org.serviceledger.api.CommandRefused;
import org.serviceledger.api.LedgerCommand;
import org.serviceledger.api.SignedIn;
import org.serviceledger.api.UserRole;
import org.serviceledger.api.staff.StaffId;
import org.serviceledger.api.staffday.LeaveKind;
import org.serviceledger.api.staffday.StaffDayCommand;
import org.serviceledger.api.staffday.StaffDayId;
import org.serviceledger.api.staffday.StaffDayRefusal;
import org.serviceledger.command.staff.StaffRegister;
import org.serviceledger.words.Message;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Records attendance. */
@RestController
@RequestMapping(path = "/api/staff-days/{staffNumber}/{date}", produces = MediaType.APPLICATION_JSON_VALUE)
final class StaffDaysApi {

    private final CommandSender sender;
    private final StaffRegister register;
    private final Actors actors;

    StaffDaysApi(CommandSender sender, StaffRegister register, Actors actors) {
        this.sender = sender;
        this.register = register;
        this.actors = actors;
    }

    @PostMapping("/roster")
    @AllowedTo({UserRole.MANAGER, UserRole.APPROVER})
    Recorded roster(
            @PathVariable StaffId staffNumber,
            @PathVariable @PlausibleTime @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date,
            @Valid @RequestBody JustAct asked,
            @AuthenticationPrincipal SignedIn user) {
        var day = StaffDayId.of(staffNumber, date);
        return record(day, asked, user, (by, at) -> new StaffDayCommand.Roster(day, by, at));
    }

    @PostMapping("/check-in")
    @AllowedTo({UserRole.CLERK, UserRole.APPROVER, UserRole.MANAGER})
    Recorded checkIn(
            @PathVariable StaffId staffNumber,
            @PathVariable @PlausibleTime @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date,
            @Valid @RequestBody Check asked,
            @AuthenticationPrincipal SignedIn user) {
        mustBeOwn(user, staffNumber);
        var day = StaffDayId.of(staffNumber, date);
        return record(day, asked, user, (by, at) -> new StaffDayCommand.CheckIn(day, asked.deviceTime(), by, at));
    }

    @PostMapping("/check-out")
    @AllowedTo({UserRole.CLERK, UserRole.APPROVER, UserRole.MANAGER})
    Recorded checkOut(
            @PathVariable StaffId staffNumber,
            @PathVariable @PlausibleTime @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date,
            @Valid @RequestBody Check asked,
            @AuthenticationPrincipal SignedIn user) {
        mustBeOwn(user, staffNumber);
        var day = StaffDayId.of(staffNumber, date);
        return record(day, asked, user, (by, at) -> new StaffDayCommand.CheckOut(day, asked.deviceTime(), by, at));
    }

    @PostMapping("/leave")
    @AllowedTo({UserRole.MANAGER, UserRole.APPROVER})
    Recorded leave(
            @PathVariable StaffId staffNumber,
            @PathVariable @PlausibleTime @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date,
            @Valid @RequestBody Leave asked,
            @AuthenticationPrincipal SignedIn user) {
        var day = StaffDayId.of(staffNumber, date);
        return record(
                day,
                asked,
                user,
                (by, at) -> new StaffDayCommand.GrantLeave(
                        day, asked.kind(), asked.from(), asked.to(), asked.reason(), by, at));
    }

    @PostMapping("/hand-over")
    @AllowedTo({UserRole.CLERK, UserRole.APPROVER, UserRole.MANAGER})
    Recorded handOver(
            @PathVariable StaffId staffNumber,
            @PathVariable @PlausibleTime @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date,
            @Valid @RequestBody HandOver asked,
            @AuthenticationPrincipal SignedIn user) {
        mustBeOwn(user, staffNumber);
        var day = StaffDayId.of(staffNumber, date);
        var substitute = actors.member("to", asked.to(), user);
        var to = new Actor.Person(substitute.id().value(), substitute.name());
        return record(
                day,
                asked,
                user,
                (by, at) -> new StaffDayCommand.HandOver(day, to, asked.from(), asked.until(), by, at));
    }

    @PostMapping("/absence")
    @AllowedTo({UserRole.MANAGER, UserRole.SUPERVISOR})
    Recorded absence(
            @PathVariable StaffId staffNumber,
            @PathVariable @PlausibleTime @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date,
            @Valid @RequestBody Absence asked,
            @AuthenticationPrincipal SignedIn user) {
        var day = StaffDayId.of(staffNumber, date);
        return record(
                day,
                asked,
                user,
                (by, at) -> new StaffDayCommand.EstablishAbsence(
                        day, asked.from(), asked.to(), asked.covered(), asked.note(), by, at));
    }

    @PostMapping("/inspect")
    @AllowedTo({UserRole.MANAGER, UserRole.SUPERVISOR})
    Recorded inspect(
            @PathVariable StaffId staffNumber,
            @PathVariable @PlausibleTime @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date,
            @Valid @RequestBody Inspect asked,
            @AuthenticationPrincipal SignedIn user) {
        var day = StaffDayId.of(staffNumber, date);
        return record(
                day,
                asked,
                user,
                (by, at) -> new StaffDayCommand.Inspect(
                        day, asked.uniform(), asked.badge(), asked.atPost(), asked.note(), by, at));
    }

    private Recorded record(
            StaffDayId day, Act asked, SignedIn user, BiFunction<Actor, Instant, LedgerCommand> command) {
        var staff = register.member(day.staff())
                .orElseThrow(() -> new CommandRefused(new StaffDayRefusal.NoSuchStaff(day)));
        return sender.record(user, staff.organization(), asked, command);
    }

    private static void mustBeOwn(SignedIn user, StaffId staff) {
        if (!staff.equals(user.staff())
                && !user.roles().contains(UserRole.MANAGER)
                && !user.roles().contains(UserRole.ADMINISTRATOR)) {
            throw RequestRefused.forbidden("access/own-day", Message.of("problem.access/own-day", "staff", staff));
        }
    }

    record Check(
            @PlausibleTime @Nullable Instant deviceTime,
            @Valid @Nullable By by,
            @PlausibleTime @Nullable Instant at) implements Act {}

    record Leave(
            @NotNull LeaveKind kind,
            @NotNull LocalTime from,
            @NotNull LocalTime to,
            @Text(max = 500) String reason,
            @Valid @Nullable By by,
            @PlausibleTime @Nullable Instant at)
            implements Act {}

    /**
     * A handover.
     *
     * @param to staff number of the substitute
     */
    record HandOver(
            @Text(max = 60) String to,
            @NotNull LocalTime from,
            @NotNull LocalTime until,
            @Valid @Nullable By by,
            @PlausibleTime @Nullable Instant at)
            implements Act {}

    record Absence(
            @NotNull LocalTime from,
            @NotNull LocalTime to,
            @NotNull Boolean covered,
            @Text(max = 1000) String note,
            @Valid @Nullable By by,
            @PlausibleTime @Nullable Instant at)
            implements Act {}

    record Inspect(
            @NotNull Boolean uniform,
            @NotNull Boolean badge,
            @NotNull Boolean atPost,
            @Text(max = 1000, optional = true) @Nullable String note,
            @Valid @Nullable By by,
            @PlausibleTime @Nullable Instant at)
            implements Act {}
}

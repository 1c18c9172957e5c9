package org.serviceledger.command.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.SignedIn;
import org.serviceledger.api.UserRole;
import org.serviceledger.api.window.WindowId;
import org.serviceledger.api.windowday.ExtraService;
import org.serviceledger.api.windowday.WindowDayCommand;
import org.serviceledger.api.windowday.WindowDayId;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Opens, pauses and closes windows. */
@RestController
@RequestMapping(path = "/api/window-days/{windowId}/{date}", produces = MediaType.APPLICATION_JSON_VALUE)
final class WindowDaysApi {

    private final CommandSender sender;

    WindowDaysApi(CommandSender sender) {
        this.sender = sender;
    }

    @PostMapping("/open")
    @AllowedTo({UserRole.CLERK, UserRole.MANAGER})
    Recorded open(
            @PathVariable WindowId windowId,
            @PathVariable @PlausibleTime @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date,
            @Valid @RequestBody JustAct asked,
            @AuthenticationPrincipal SignedIn user) {
        var day = WindowDayId.of(windowId, date);
        return sender.record(
                user, windowId.organization(), asked, (by, at) -> new WindowDayCommand.OpenWindow(day, by, at));
    }

    @PostMapping("/pause")
    @AllowedTo({UserRole.CLERK, UserRole.MANAGER})
    Recorded pause(
            @PathVariable WindowId windowId,
            @PathVariable @PlausibleTime @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date,
            @Valid @RequestBody Pause asked,
            @AuthenticationPrincipal SignedIn user) {
        var day = WindowDayId.of(windowId, date);
        return sender.record(
                user,
                windowId.organization(),
                asked,
                (by, at) -> new WindowDayCommand.PauseWindow(day, asked.reason(), asked.signShown(), by, at));
    }

    @PostMapping("/resume")
    @AllowedTo({UserRole.CLERK, UserRole.MANAGER})
    Recorded resume(
            @PathVariable WindowId windowId,
            @PathVariable @PlausibleTime @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date,
            @Valid @RequestBody JustAct asked,
            @AuthenticationPrincipal SignedIn user) {
        var day = WindowDayId.of(windowId, date);
        return sender.record(
                user, windowId.organization(), asked, (by, at) -> new WindowDayCommand.ResumeWindow(day, by, at));
    }

    @PostMapping("/close")
    @AllowedTo({UserRole.CLERK, UserRole.MANAGER})
    Recorded close(
            @PathVariable WindowId windowId,
            @PathVariable @PlausibleTime @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date,
            @Valid @RequestBody JustAct asked,
            @AuthenticationPrincipal SignedIn user) {
        var day = WindowDayId.of(windowId, date);
        return sender.record(
                user, windowId.organization(), asked, (by, at) -> new WindowDayCommand.CloseWindow(day, by, at));
    }

    @PostMapping("/extra-hours")
    @AllowedTo({UserRole.CLERK, UserRole.MANAGER})
    Recorded extraHours(
            @PathVariable WindowId windowId,
            @PathVariable @PlausibleTime @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date,
            @Valid @RequestBody ExtraHours asked,
            @AuthenticationPrincipal SignedIn user) {
        var day = WindowDayId.of(windowId, date);
        return sender.record(
                user,
                windowId.organization(),
                asked,
                (by, at) -> new WindowDayCommand.ServeExtraHours(day, asked.kind(), by, at));
    }

    record Pause(
            @Text(max = 500) String reason,
            @NotNull Boolean signShown,
            @Valid @Nullable By by,
            @PlausibleTime @Nullable Instant at)
            implements Act {}

    record ExtraHours(
            @NotNull ExtraService kind,
            @Valid @Nullable By by,
            @PlausibleTime @Nullable Instant at) implements Act {}
}

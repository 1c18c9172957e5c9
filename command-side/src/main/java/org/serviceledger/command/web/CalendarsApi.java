package org.serviceledger.command.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.SignedIn;
import org.serviceledger.api.UserRole;
import org.serviceledger.api.calendar.CalendarCommand;
import org.serviceledger.api.calendar.CalendarId;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Publishes years of the working-day calendar. */
@RestController
@RequestMapping(path = "/api/calendars", produces = MediaType.APPLICATION_JSON_VALUE)
final class CalendarsApi {

    private final CommandSender sender;

    CalendarsApi(CommandSender sender) {
        this.sender = sender;
    }

    @PutMapping("/{year}")
    @AllowedTo(UserRole.ADMINISTRATOR)
    Recorded publish(
            @PathVariable @Min(1949) @Max(2199) int year,
            @Valid @RequestBody Publish asked,
            @AuthenticationPrincipal SignedIn user) {
        Scopes.mustReachCounty(user);
        return sender.record(
                user,
                asked,
                (by, at) -> new CalendarCommand.PublishYear(
                        CalendarId.CHINA, year, asked.off(), asked.work(), asked.source(), by, at));
    }

    /**
     * A year to publish.
     *
     * @param off days off, each with the holiday's name
     * @param work make-up days worked, each with the holiday's name
     * @param source citation of the notice
     */
    record Publish(
            @NotNull @Size(max = 366) Map<LocalDate, @Text(max = 60) String> off,
            @NotNull @Size(max = 366) Map<LocalDate, @Text(max = 60) String> work,
            @Text(max = 200) String source,
            @Valid @Nullable By by,
            @PlausibleTime @Nullable Instant at)
            implements Act {}
}

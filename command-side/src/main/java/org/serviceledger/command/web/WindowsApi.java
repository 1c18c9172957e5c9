package org.serviceledger.command.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.SignedIn;
import org.serviceledger.api.UserRole;
import org.serviceledger.api.window.WindowCommand;
import org.serviceledger.api.window.WindowId;
import org.serviceledger.api.window.WindowKind;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sets up and retires windows. */
@RestController
@RequestMapping(path = "/api/windows", produces = MediaType.APPLICATION_JSON_VALUE)
final class WindowsApi {

    private final CommandSender sender;

    WindowsApi(CommandSender sender) {
        this.sender = sender;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @AllowedTo(UserRole.MANAGER)
    Recorded setUp(@Valid @RequestBody SetUp asked, @AuthenticationPrincipal SignedIn user) {
        return sender.record(
                user,
                asked.windowId().organization(),
                asked,
                (by, at) -> new WindowCommand.SetUpWindow(asked.windowId(), asked.name(), asked.kind(), by, at));
    }

    @PostMapping("/{id}/retire")
    @AllowedTo(UserRole.MANAGER)
    Recorded retire(
            @PathVariable WindowId id, @Valid @RequestBody Reasoned asked, @AuthenticationPrincipal SignedIn user) {
        return sender.record(
                user, id.organization(), asked, (by, at) -> new WindowCommand.RetireWindow(id, asked.reason(), by, at));
    }

    record SetUp(
            @NotNull WindowId windowId,
            @Text(max = 100) String name,
            @NotNull WindowKind kind,
            @Valid @Nullable By by,
            @PlausibleTime @Nullable Instant at)
            implements Act {}
}

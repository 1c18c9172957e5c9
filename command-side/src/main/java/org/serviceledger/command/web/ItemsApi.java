package org.serviceledger.command.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.SignedIn;
import org.serviceledger.api.UserRole;
import org.serviceledger.api.item.ItemCommand;
import org.serviceledger.api.item.ItemId;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Maintains the item list. All halls share it, so only users with county scope may change it. */
@RestController
@RequestMapping(path = "/api/items", produces = MediaType.APPLICATION_JSON_VALUE)
final class ItemsApi {

    private final CommandSender sender;

    ItemsApi(CommandSender sender) {
        this.sender = sender;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @AllowedTo(UserRole.ADMINISTRATOR)
    Recorded publish(@Valid @RequestBody Publish asked, @AuthenticationPrincipal SignedIn user) {
        Scopes.mustReachCounty(user);
        return sender.record(
                user,
                asked,
                (by, at) ->
                        new ItemCommand.Publish(asked.itemId(), asked.details().toDetails(), by, at));
    }

    @PostMapping("/{id}/revise")
    @AllowedTo(UserRole.ADMINISTRATOR)
    Recorded revise(@PathVariable ItemId id, @Valid @RequestBody Revise asked, @AuthenticationPrincipal SignedIn user) {
        Scopes.mustReachCounty(user);
        return sender.record(
                user,
                asked,
                (by, at) -> new ItemCommand.Revise(id, asked.details().toDetails(), by, at));
    }

    @PostMapping("/{id}/suspend")
    @AllowedTo(UserRole.ADMINISTRATOR)
    Recorded suspend(
            @PathVariable ItemId id, @Valid @RequestBody Reasoned asked, @AuthenticationPrincipal SignedIn user) {
        Scopes.mustReachCounty(user);
        return sender.record(user, asked, (by, at) -> new ItemCommand.SuspendItem(id, asked.reason(), by, at));
    }

    @PostMapping("/{id}/resume")
    @AllowedTo(UserRole.ADMINISTRATOR)
    Recorded resume(
            @PathVariable ItemId id, @Valid @RequestBody JustAct asked, @AuthenticationPrincipal SignedIn user) {
        Scopes.mustReachCounty(user);
        return sender.record(user, asked, (by, at) -> new ItemCommand.ResumeItem(id, by, at));
    }

    @PostMapping("/{id}/cancel")
    @AllowedTo(UserRole.ADMINISTRATOR)
    Recorded cancel(
            @PathVariable ItemId id, @Valid @RequestBody Reasoned asked, @AuthenticationPrincipal SignedIn user) {
        Scopes.mustReachCounty(user);
        return sender.record(user, asked, (by, at) -> new ItemCommand.CancelItem(id, asked.reason(), by, at));
    }

    record Publish(
            @NotNull ItemId itemId,
            @NotNull @Valid ItemText details,
            @Valid @Nullable By by,
            @PlausibleTime @Nullable Instant at)
            implements Act {}

    record Revise(
            @NotNull @Valid ItemText details,
            @Valid @Nullable By by,
            @PlausibleTime @Nullable Instant at) implements Act {}
}

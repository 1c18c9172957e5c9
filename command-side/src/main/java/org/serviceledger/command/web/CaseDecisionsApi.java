package org.serviceledger.command.web;

import jakarta.validation.Valid;
import java.time.Instant;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;
import org.serviceledger.api.ActorRole;
import org.serviceledger.api.LedgerCommand;
import org.serviceledger.api.SignedIn;
import org.serviceledger.api.UserRole;
import org.serviceledger.api.cases.CaseCommand;
import org.serviceledger.api.cases.CaseId;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Decides and finishes cases. */
@RestController
@RequestMapping(path = "/api/cases/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
final class CaseDecisionsApi {

    private final CommandSender sender;
    private final CaseContexts cases;

    CaseDecisionsApi(CommandSender sender, CaseContexts cases) {
        this.sender = sender;
        this.cases = cases;
    }

    @PostMapping("/grant")
    @AllowedTo({UserRole.APPROVER, UserRole.MANAGER})
    Recorded grant(@PathVariable CaseId id, @Valid @RequestBody Grant asked, @AuthenticationPrincipal SignedIn user) {
        return record(
                id,
                asked,
                user,
                (by, at) -> new CaseCommand.Grant(
                        id, asked.documentNumber(), asked.opinion(), by.as(ActorRole.APPROVER), at));
    }

    @PostMapping("/deny")
    @AllowedTo({UserRole.APPROVER, UserRole.MANAGER})
    Recorded deny(@PathVariable CaseId id, @Valid @RequestBody Deny asked, @AuthenticationPrincipal SignedIn user) {
        return record(
                id,
                asked,
                user,
                (by, at) -> new CaseCommand.Deny(
                        id, asked.documentNumber(), asked.reasons(), asked.remedies(), by.as(ActorRole.APPROVER), at));
    }

    @PostMapping("/finish")
    @AllowedTo({UserRole.CLERK, UserRole.APPROVER, UserRole.MANAGER})
    Recorded finish(@PathVariable CaseId id, @Valid @RequestBody Finish asked, @AuthenticationPrincipal SignedIn user) {
        return record(id, asked, user, (by, at) -> new CaseCommand.Finish(id, asked.lateReason(), by, at));
    }

    @PostMapping("/issue")
    @AllowedTo({UserRole.CLERK, UserRole.APPROVER, UserRole.MANAGER})
    Recorded issue(@PathVariable CaseId id, @Valid @RequestBody Issue asked, @AuthenticationPrincipal SignedIn user) {
        return record(
                id,
                asked,
                user,
                (by, at) -> new CaseCommand.IssueResult(id, asked.resultName(), asked.resultNumber(), by, at));
    }

    @PostMapping("/deliver")
    @AllowedTo({UserRole.CLERK, UserRole.MANAGER})
    Recorded deliver(
            @PathVariable CaseId id, @Valid @RequestBody Deliver asked, @AuthenticationPrincipal SignedIn user) {
        return record(
                id, asked, user, (by, at) -> new CaseCommand.Deliver(id, asked.method(), asked.recipient(), by, at));
    }

    @PostMapping("/withdraw")
    @AllowedTo({UserRole.CLERK, UserRole.MANAGER})
    Recorded withdraw(
            @PathVariable CaseId id, @Valid @RequestBody Reasoned asked, @AuthenticationPrincipal SignedIn user) {
        return record(id, asked, user, (by, at) -> new CaseCommand.Withdraw(id, asked.reason(), by, at));
    }

    @PostMapping("/terminate")
    @AllowedTo({UserRole.APPROVER, UserRole.MANAGER})
    Recorded terminate(
            @PathVariable CaseId id, @Valid @RequestBody Reasoned asked, @AuthenticationPrincipal SignedIn user) {
        return record(id, asked, user, (by, at) -> new CaseCommand.Terminate(id, asked.reason(), by, at));
    }

    private Recorded record(CaseId id, Act asked, SignedIn user, BiFunction<Actor, Instant, LedgerCommand> command) {
        return sender.record(user, cases.organization(id), asked, command);
    }

    record Grant(
            @Text(max = 60) String documentNumber,
            @Text(max = 2000) String opinion,
            @Valid @Nullable By by,
            @PlausibleTime @Nullable Instant at)
            implements Act {}

    record Deny(
            @Text(max = 60) String documentNumber,
            @Text(max = 2000) String reasons,
            @Text(max = 1000) String remedies,
            @Valid @Nullable By by,
            @PlausibleTime @Nullable Instant at)
            implements Act {}

    record Finish(
            @Text(max = 2000, optional = true) @Nullable String lateReason,
            @Valid @Nullable By by,
            @PlausibleTime @Nullable Instant at)
            implements Act {}

    record Issue(
            @Text(max = 200) String resultName,
            @Text(max = 100, optional = true) @Nullable String resultNumber,
            @Valid @Nullable By by,
            @PlausibleTime @Nullable Instant at)
            implements Act {}

    record Deliver(
            @Text(max = 100) String method,
            @Text(max = 100) String recipient,
            @Valid @Nullable By by,
            @PlausibleTime @Nullable Instant at)
            implements Act {}
}

package org.serviceledger.command.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
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

/** Takes a case from the first question to acceptance. */
@RestController
@RequestMapping(path = "/api/cases/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
final class CaseAcceptanceApi {

    private final CommandSender sender;
    private final CaseContexts cases;

    CaseAcceptanceApi(CommandSender sender, CaseContexts cases) {
        this.sender = sender;
        this.cases = cases;
    }

    @PostMapping("/first-asked")
    @AllowedTo({UserRole.CLERK, UserRole.MANAGER})
    Recorded firstAsked(
            @PathVariable CaseId id, @Valid @RequestBody JustAct asked, @AuthenticationPrincipal SignedIn user) {
        return record(
                id, asked, user, (by, at) -> new CaseCommand.RecordFirstAsked(id, by.as(ActorRole.FIRST_ASKED), at));
    }

    @PostMapping("/receive")
    @AllowedTo({UserRole.CLERK, UserRole.MANAGER})
    Recorded receive(
            @PathVariable CaseId id, @Valid @RequestBody Receive asked, @AuthenticationPrincipal SignedIn user) {
        return record(id, asked, user, (by, at) -> new CaseCommand.Receive(id, asked.receiptNumber(), by, at));
    }

    @PostMapping("/correct")
    @AllowedTo({UserRole.CLERK, UserRole.MANAGER})
    Recorded correct(
            @PathVariable CaseId id, @Valid @RequestBody Correct asked, @AuthenticationPrincipal SignedIn user) {
        return record(id, asked, user, (by, at) -> new CaseCommand.CorrectOnTheSpot(id, asked.correction(), by, at));
    }

    @PostMapping("/request-supplement")
    @AllowedTo({UserRole.CLERK, UserRole.MANAGER})
    Recorded requestSupplement(
            @PathVariable CaseId id,
            @Valid @RequestBody RequestSupplement asked,
            @AuthenticationPrincipal SignedIn user) {
        return record(
                id,
                asked,
                user,
                (by, at) -> new CaseCommand.RequestSupplement(
                        id,
                        asked.missing(),
                        asked.noticeNumber(),
                        asked.within().toTimeLimit(),
                        by,
                        at));
    }

    @PostMapping("/supplement")
    @AllowedTo({UserRole.CLERK, UserRole.MANAGER})
    Recorded supplement(
            @PathVariable CaseId id, @Valid @RequestBody Supplement asked, @AuthenticationPrincipal SignedIn user) {
        return record(id, asked, user, (by, at) -> new CaseCommand.Supplement(id, asked.materials(), by, at));
    }

    @PostMapping("/accept")
    @AllowedTo({UserRole.CLERK, UserRole.MANAGER, UserRole.APPROVER})
    Recorded accept(@PathVariable CaseId id, @Valid @RequestBody Accept asked, @AuthenticationPrincipal SignedIn user) {
        return record(id, asked, user, (by, at) -> new CaseCommand.Accept(id, asked.documentNumber(), by, at));
    }

    @PostMapping("/refuse-acceptance")
    @AllowedTo({UserRole.CLERK, UserRole.MANAGER, UserRole.APPROVER})
    Recorded refuseAcceptance(
            @PathVariable CaseId id,
            @Valid @RequestBody RefuseAcceptance asked,
            @AuthenticationPrincipal SignedIn user) {
        return record(
                id,
                asked,
                user,
                (by, at) -> new CaseCommand.RefuseAcceptance(id, asked.documentNumber(), asked.reasons(), by, at));
    }

    @PostMapping("/deem-accepted")
    @AllowedTo({UserRole.CLERK, UserRole.MANAGER, UserRole.APPROVER})
    Recorded deemAccepted(
            @PathVariable CaseId id, @Valid @RequestBody JustAct asked, @AuthenticationPrincipal SignedIn user) {
        return record(id, asked, user, (by, at) -> new CaseCommand.DeemAccepted(id, by, at));
    }

    private Recorded record(CaseId id, Act asked, SignedIn user, BiFunction<Actor, Instant, LedgerCommand> command) {
        return sender.record(user, cases.organization(id), asked, command);
    }

    record Receive(
            @Text(max = 60) String receiptNumber,
            @Valid @Nullable By by,
            @PlausibleTime @Nullable Instant at) implements Act {}

    record Correct(
            @Text(max = 1000) String correction,
            @Valid @Nullable By by,
            @PlausibleTime @Nullable Instant at) implements Act {}

    record RequestSupplement(
            @NotEmpty @Size(max = 100) List<@Text(max = 200) String> missing,
            @Text(max = 60) String noticeNumber,
            @NotNull @Valid Limit within,
            @Valid @Nullable By by,
            @PlausibleTime @Nullable Instant at)
            implements Act {}

    record Supplement(
            @NotEmpty @Size(max = 100) List<@Text(max = 200) String> materials,
            @Valid @Nullable By by,
            @PlausibleTime @Nullable Instant at)
            implements Act {}

    record Accept(
            @Text(max = 60) String documentNumber,
            @Valid @Nullable By by,
            @PlausibleTime @Nullable Instant at) implements Act {}

    record RefuseAcceptance(
            @Text(max = 60) String documentNumber,
            @Text(max = 2000) String reasons,
            @Valid @Nullable By by,
            @PlausibleTime @Nullable Instant at)
            implements Act {}
}

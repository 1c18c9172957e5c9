package org.serviceledger.command.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;
import org.serviceledger.api.LedgerCommand;
import org.serviceledger.api.SignedIn;
import org.serviceledger.api.UserRole;
import org.serviceledger.api.cases.CaseId;
import org.serviceledger.api.evaluation.EvaluationCommand;
import org.serviceledger.api.evaluation.EvaluationId;
import org.serviceledger.api.evaluation.RatingChannel;
import org.serviceledger.api.evaluation.RatingLevel;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Invites ratings, records those given in the hall, and records the follow-up of bad ones. */
@RestController
@RequestMapping(path = "/api/evaluations/{caseNumber}", produces = MediaType.APPLICATION_JSON_VALUE)
final class EvaluationsApi {

    private final CommandSender sender;
    private final CaseContexts cases;
    private final Invitations invitations;

    EvaluationsApi(CommandSender sender, CaseContexts cases, Invitations invitations) {
        this.sender = sender;
        this.cases = cases;
        this.invitations = invitations;
    }

    @PostMapping("/invite")
    @AllowedTo({UserRole.CLERK, UserRole.MANAGER})
    Recorded invite(
            @PathVariable CaseId caseNumber,
            @Valid @RequestBody JustAct asked,
            @AuthenticationPrincipal SignedIn user) {
        return record(caseNumber, asked, user, (by, at) -> invitations.of(caseNumber, by, at));
    }

    @PostMapping("/rate")
    @AllowedTo({UserRole.CLERK, UserRole.MANAGER, UserRole.SUPERVISOR})
    Recorded rate(
            @PathVariable CaseId caseNumber, @Valid @RequestBody Rate asked, @AuthenticationPrincipal SignedIn user) {
        var rater = Boolean.TRUE.equals(asked.anonymous()) ? null : invitations.applicant(caseNumber);
        return record(
                caseNumber,
                asked,
                user,
                (by, at) -> new EvaluationCommand.Rate(
                        EvaluationId.of(caseNumber),
                        asked.level(),
                        asked.channel(),
                        rater,
                        Objects.requireNonNullElse(asked.details(), List.of()),
                        Objects.requireNonNullElse(asked.text(), ""),
                        by,
                        at));
    }

    @PostMapping("/contact")
    @AllowedTo({UserRole.CLERK, UserRole.MANAGER, UserRole.SUPERVISOR})
    Recorded contact(
            @PathVariable CaseId caseNumber,
            @Valid @RequestBody Contact asked,
            @AuthenticationPrincipal SignedIn user) {
        var id = EvaluationId.of(caseNumber);
        return record(caseNumber, asked, user, (by, at) -> new EvaluationCommand.Contact(id, asked.finding(), by, at));
    }

    @PostMapping("/rectify")
    @AllowedTo({UserRole.CLERK, UserRole.MANAGER})
    Recorded rectify(
            @PathVariable CaseId caseNumber,
            @Valid @RequestBody Rectify asked,
            @AuthenticationPrincipal SignedIn user) {
        var id = EvaluationId.of(caseNumber);
        return record(caseNumber, asked, user, (by, at) -> new EvaluationCommand.Rectify(id, asked.measures(), by, at));
    }

    @PostMapping("/call-back")
    @AllowedTo({UserRole.MANAGER, UserRole.SUPERVISOR})
    Recorded callBack(
            @PathVariable CaseId caseNumber,
            @Valid @RequestBody CallBack asked,
            @AuthenticationPrincipal SignedIn user) {
        var id = EvaluationId.of(caseNumber);
        return record(
                caseNumber,
                asked,
                user,
                (by, at) -> new EvaluationCommand.CallBack(id, asked.satisfied(), asked.answer(), by, at));
    }

    @PostMapping("/appeal")
    @AllowedTo({UserRole.CLERK, UserRole.MANAGER})
    Recorded appeal(
            @PathVariable CaseId caseNumber, @Valid @RequestBody Appeal asked, @AuthenticationPrincipal SignedIn user) {
        var id = EvaluationId.of(caseNumber);
        return record(caseNumber, asked, user, (by, at) -> new EvaluationCommand.Appeal(id, asked.grounds(), by, at));
    }

    @PostMapping("/decide-appeal")
    @AllowedTo({UserRole.MANAGER, UserRole.SUPERVISOR})
    Recorded decideAppeal(
            @PathVariable CaseId caseNumber,
            @Valid @RequestBody DecideAppeal asked,
            @AuthenticationPrincipal SignedIn user) {
        var id = EvaluationId.of(caseNumber);
        return record(
                caseNumber,
                asked,
                user,
                (by, at) -> new EvaluationCommand.DecideAppeal(id, asked.excluded(), asked.reasons(), by, at));
    }

    private Recorded record(
            CaseId caseNumber, Act asked, SignedIn user, BiFunction<Actor, Instant, LedgerCommand> command) {
        return sender.record(user, cases.organization(caseNumber), asked, command);
    }

    record Rate(
            @NotNull RatingLevel level,
            @NotNull RatingChannel channel,

            @Text(max = 2000, optional = true, blank = true) @Nullable String text,

            @Nullable @Size(max = 20) List<@Text(max = 60) String> details,
            @Nullable Boolean anonymous,
            @Valid @Nullable By by,
            @PlausibleTime @Nullable Instant at)
            implements Act {}

    record Contact(
            @Text(max = 2000) String finding,
            @Valid @Nullable By by,
            @PlausibleTime @Nullable Instant at) implements Act {}

    record Rectify(
            @Text(max = 2000) String measures,
            @Valid @Nullable By by,
            @PlausibleTime @Nullable Instant at) implements Act {}

    record CallBack(
            @NotNull Boolean satisfied,
            @Text(max = 2000) String answer,
            @Valid @Nullable By by,
            @PlausibleTime @Nullable Instant at)
            implements Act {}

    record Appeal(
            @Text(max = 2000) String grounds,
            @Valid @Nullable By by,
            @PlausibleTime @Nullable Instant at) implements Act {}

    record DecideAppeal(
            @NotNull Boolean excluded,
            @Text(max = 2000) String reasons,
            @Valid @Nullable By by,
            @PlausibleTime @Nullable Instant at)
            implements Act {}
}

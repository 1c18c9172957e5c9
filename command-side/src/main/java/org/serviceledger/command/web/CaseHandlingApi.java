package org.serviceledger.command.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import org.serviceledger.api.cases.SpecialProcedure;
import org.serviceledger.api.cases.StepOutcome;
import org.serviceledger.api.item.StepKind;
import org.serviceledger.words.Message;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes an accepted case through its steps and stops and restarts its clock. */
@RestController
@RequestMapping(path = "/api/cases/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
final class CaseHandlingApi {

    private final CommandSender sender;
    private final CaseContexts cases;

    CaseHandlingApi(CommandSender sender, CaseContexts cases) {
        this.sender = sender;
        this.cases = cases;
    }

    @PostMapping("/route")
    @AllowedTo({UserRole.CLERK, UserRole.MANAGER, UserRole.APPROVER})
    Recorded route(@PathVariable CaseId id, @Valid @RequestBody Route asked, @AuthenticationPrincipal SignedIn user) {
        return record(
                id,
                asked,
                user,
                (by, at) ->
                        new CaseCommand.Route(id, asked.departments(), Boolean.TRUE.equals(asked.parallel()), by, at));
    }

    @PostMapping("/start-step")
    @AllowedTo({UserRole.CLERK, UserRole.APPROVER, UserRole.MANAGER})
    Recorded startStep(
            @PathVariable CaseId id, @Valid @RequestBody StartStep asked, @AuthenticationPrincipal SignedIn user) {
        mustBeAllowed(user, asked.kind());
        return record(
                id,
                asked,
                user,
                (by, at) -> new CaseCommand.StartStep(
                        id,
                        asked.step(),
                        asked.kind(),
                        asked.limit() == null ? null : asked.limit().toTimeLimit(),
                        by.as(role(asked.kind())),
                        at));
    }

    @PostMapping("/finish-step")
    @AllowedTo({UserRole.CLERK, UserRole.APPROVER, UserRole.MANAGER})
    Recorded finishStep(
            @PathVariable CaseId id, @Valid @RequestBody FinishStep asked, @AuthenticationPrincipal SignedIn user) {
        var kind = cases.find(id).kindOfStep(asked.step()).orElse(StepKind.HANDLE);
        mustBeAllowed(user, kind);
        return record(
                id,
                asked,
                user,
                (by, at) -> new CaseCommand.FinishStep(
                        id, asked.step(), asked.outcome(), asked.opinion(), by.as(role(kind)), at));
    }

    @PostMapping("/start-special-procedure")
    @AllowedTo({UserRole.APPROVER, UserRole.MANAGER})
    Recorded startSpecialProcedure(
            @PathVariable CaseId id,
            @Valid @RequestBody StartSpecialProcedure asked,
            @AuthenticationPrincipal SignedIn user) {
        return record(
                id,
                asked,
                user,
                (by, at) -> new CaseCommand.StartSpecialProcedure(
                        id,
                        asked.procedure(),
                        asked.approvedWorkingDays(),
                        asked.reason(),
                        asked.noticeNumber(),
                        by,
                        at));
    }

    @PostMapping("/end-special-procedure")
    @AllowedTo({UserRole.APPROVER, UserRole.MANAGER})
    Recorded endSpecialProcedure(
            @PathVariable CaseId id,
            @Valid @RequestBody EndSpecialProcedure asked,
            @AuthenticationPrincipal SignedIn user) {
        return record(id, asked, user, (by, at) -> new CaseCommand.EndSpecialProcedure(id, asked.result(), by, at));
    }

    @PostMapping("/suspend")
    @AllowedTo({UserRole.APPROVER, UserRole.MANAGER})
    Recorded suspend(
            @PathVariable CaseId id, @Valid @RequestBody Reasoned asked, @AuthenticationPrincipal SignedIn user) {
        return record(id, asked, user, (by, at) -> new CaseCommand.Suspend(id, asked.reason(), by, at));
    }

    @PostMapping("/resume")
    @AllowedTo({UserRole.APPROVER, UserRole.MANAGER})
    Recorded resume(
            @PathVariable CaseId id, @Valid @RequestBody JustAct asked, @AuthenticationPrincipal SignedIn user) {
        return record(id, asked, user, (by, at) -> new CaseCommand.Resume(id, by, at));
    }

    @PostMapping("/extend")
    @AllowedTo({UserRole.APPROVER, UserRole.MANAGER})
    Recorded extend(@PathVariable CaseId id, @Valid @RequestBody Extend asked, @AuthenticationPrincipal SignedIn user) {
        return record(
                id,
                asked,
                user,
                (by, at) ->
                        new CaseCommand.Extend(id, asked.workingDays(), asked.reason(), by.as(ActorRole.APPROVER), at));
    }

    @PostMapping("/object")
    @AllowedTo({UserRole.CLERK, UserRole.APPROVER, UserRole.MANAGER})
    Recorded object(
            @PathVariable CaseId id, @Valid @RequestBody Objection asked, @AuthenticationPrincipal SignedIn user) {
        return record(
                id, asked, user, (by, at) -> new CaseCommand.RaiseObjection(id, asked.against(), asked.text(), by, at));
    }

    private Recorded record(CaseId id, Act asked, SignedIn user, BiFunction<Actor, Instant, LedgerCommand> command) {
        return sender.record(user, cases.organization(id), asked, command);
    }

    /** A window clerk may only handle. Reviewing and approving need a role appointed for it. */
    private static void mustBeAllowed(SignedIn user, StepKind kind) {
        var handlesOnly = user.roles().stream()
                .noneMatch(role ->
                        role == UserRole.APPROVER || role == UserRole.MANAGER || role == UserRole.ADMINISTRATOR);
        if (handlesOnly && kind != StepKind.HANDLE) {
            throw RequestRefused.forbidden("access/role", Message.of("problem.access/role.step", "kind", kind));
        }
    }

    private static ActorRole role(StepKind kind) {
        return switch (kind) {
            case HANDLE -> ActorRole.HANDLER;
            case REVIEW -> ActorRole.REVIEWER;
            case APPROVE -> ActorRole.APPROVER;
        };
    }

    record Route(
            @NotEmpty @Size(max = 30) List<@Text(max = 100) String> departments,
            @Nullable Boolean parallel,
            @Valid @Nullable By by,
            @PlausibleTime @Nullable Instant at)
            implements Act {}

    record StartStep(
            @Text(max = 100) String step,
            @NotNull StepKind kind,
            @Valid @Nullable Limit limit,
            @Valid @Nullable By by,
            @PlausibleTime @Nullable Instant at)
            implements Act {}

    record FinishStep(
            @Text(max = 100) String step,
            @NotNull StepOutcome outcome,
            @Text(max = 2000) String opinion,
            @Valid @Nullable By by,
            @PlausibleTime @Nullable Instant at)
            implements Act {}

    record StartSpecialProcedure(
            @NotNull SpecialProcedure procedure,
            @NotNull @Min(1) @Max(3650) Integer approvedWorkingDays,
            @Text(max = 2000) String reason,
            @Text(max = 60) String noticeNumber,
            @Valid @Nullable By by,
            @PlausibleTime @Nullable Instant at)
            implements Act {}

    record EndSpecialProcedure(
            @Text(max = 2000) String result,
            @Valid @Nullable By by,
            @PlausibleTime @Nullable Instant at) implements Act {}

    record Extend(
            @NotNull @Min(1) @Max(3650) Integer workingDays,
            @Text(max = 2000) String reason,
            @Valid @Nullable By by,
            @PlausibleTime @Nullable Instant at)
            implements Act {}

    record Objection(
            @Text(max = 200) String against,
            @Text(max = 2000) String text,
            @Valid @Nullable By by,
            @PlausibleTime @Nullable Instant at)
            implements Act {}
}

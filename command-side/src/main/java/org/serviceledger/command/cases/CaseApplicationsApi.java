package org.serviceledger.command.cases;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;
import org.serviceledger.api.SignedIn;
import org.serviceledger.api.act.PlausibleTime;
import org.serviceledger.api.act.Text;
import org.serviceledger.api.cases.Applicant;
import org.serviceledger.api.cases.ApplyBuilder;
import org.serviceledger.api.cases.CaseCommand;
import org.serviceledger.api.cases.CaseEvent.CaseApplied;
import org.serviceledger.api.cases.CaseId;
import org.serviceledger.api.item.Audience;
import org.serviceledger.api.item.Channel;
import org.serviceledger.api.item.ItemId;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.window.WindowId;
import org.serviceledger.command.web.By;
import org.serviceledger.command.web.CommandSender;
import org.serviceledger.command.web.Envelope;
import org.serviceledger.command.web.ForAct;
import org.serviceledger.command.web.RequestRefused;
import org.serviceledger.words.Message;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Records applications. */
@RestController
@RequestMapping(path = "/api/cases", produces = MediaType.APPLICATION_JSON_VALUE)
final class CaseApplicationsApi {

    private final CommandSender sender;
    private final Applications applications;
    private final CaseNumbers numbers;

    CaseApplicationsApi(CommandSender sender, Applications applications, CaseNumbers numbers) {
        this.sender = sender;
        this.applications = applications;
        this.numbers = numbers;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @ForAct(CaseCommand.Apply.class)
    Applied apply(@Valid @RequestBody Apply asked, @AuthenticationPrincipal SignedIn user) {
        var where = asked.where();
        var recorded = sender.record(user, asked, (by, at) -> command(asked, where, by, at));
        var code = applications
                .of(new CaseId(recorded.id()))
                .map(CaseApplied::progressCode)
                .orElseThrow();
        return new Applied(recorded.id(), recorded.position(), code);
    }

    private CaseCommand.Apply command(Apply asked, OrganizationId where, Actor by, Instant at) {
        return ApplyBuilder.builder()
                .caseId(asked.number() == null ? numbers.next(where, at) : CaseId.ofNumber(asked.number()))
                .itemId(asked.itemId())
                .applicant(asked.applicant().toApplicant())
                .channel(Objects.requireNonNullElse(asked.channel(), Channel.WINDOW))
                .organization(where)
                .window(asked.window())
                .title(asked.title())
                .materials(Objects.requireNonNullElse(asked.materials(), List.of()))
                .zeroMaterial(Boolean.TRUE.equals(asked.zeroMaterial()))
                .agent(Boolean.TRUE.equals(asked.agent()))
                .progressCode(numbers.progressCode())
                .by(by)
                .at(at)
                .build();
    }

    /**
     * An application.
     *
     * @param number case number; the server assigns one if it is absent
     * @param organization if absent, the organisation of the window
     */
    record Apply(
            @Nullable @Pattern(regexp = "[0-9A-Za-z][0-9A-Za-z._-]{0,49}", message = "fault.case-number.given") String number,

            @NotNull ItemId itemId,
            @NotNull @Valid Person applicant,
            @Nullable Channel channel,
            @Nullable OrganizationId organization,
            @Nullable WindowId window,
            @Text(max = 200) String title,
            @Nullable @Size(max = 100) List<@Text(max = 200) String> materials,
            @Nullable Boolean zeroMaterial,
            @Nullable Boolean agent,
            @Valid @Nullable By by,
            @PlausibleTime @Nullable Instant at)
            implements Envelope {

        private OrganizationId where() {
            if (organization == null && window == null) {
                throw RequestRefused.ofField("organization", Message.of("fault.organization"));
            }
            if (organization == null) {
                return Objects.requireNonNull(window).organization();
            }
            if (window != null && !window.organization().equals(organization)) {
                throw RequestRefused.ofField("window", Message.of("fault.window", "organization", organization));
            }
            return organization;
        }
    }

    /** The applicant; a natural person if no kind is given. */
    record Person(
            @Text(max = 100) String name,
            @Nullable Audience kind,
            @Text(max = 40, optional = true) @Nullable String idType,
            @Text(max = 40, optional = true) @Nullable String idNumber,
            @Text(max = 40, optional = true) @Nullable String phone) {

        private Applicant toApplicant() {
            return new Applicant(
                    name, Objects.requireNonNullElse(kind, Audience.NATURAL_PERSON), idType, idNumber, phone);
        }
    }

    /** The response to an application. The applicant uses the code to query progress. */
    record Applied(String id, long position, String progressCode) {}
}

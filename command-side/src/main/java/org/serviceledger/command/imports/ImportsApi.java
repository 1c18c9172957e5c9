package org.serviceledger.command.imports;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.SignedIn;
import org.serviceledger.api.act.PlausibleTime;
import org.serviceledger.api.act.Text;
import org.serviceledger.api.imports.ImportCommand;
import org.serviceledger.api.imports.ImportId;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.command.access.Scopes;
import org.serviceledger.command.web.By;
import org.serviceledger.command.web.CommandSender;
import org.serviceledger.command.web.Envelope;
import org.serviceledger.command.web.ForAct;
import org.serviceledger.command.web.LargeBody;
import org.serviceledger.command.web.Recorded;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Imports files of other systems in batches of cases. */
@RestController
@RequestMapping(path = "/api/imports", produces = MediaType.APPLICATION_JSON_VALUE)
final class ImportsApi {

    private final CommandSender sender;
    private final ImportedBatches batches;

    ImportsApi(CommandSender sender, ImportedBatches batches) {
        this.sender = sender;
        this.batches = batches;
    }

    @PostMapping
    @ForAct(ImportCommand.BeginImport.class)
    Recorded begin(@Valid @RequestBody Begin asked, @AuthenticationPrincipal SignedIn user) {
        return sender.record(
                user,
                asked,
                (by, at) -> new ImportCommand.BeginImport(
                        ImportId.ofDigest(asked.sha256()),
                        asked.file(),
                        asked.format(),
                        ImportedCase.attributes(asked.attributes()),
                        by,
                        at));
    }

    @PostMapping("/{id}/cases")
    @ForAct(ImportCommand.BeginImport.class)
    ImportOutcome cases(
            @PathVariable ImportId id,
            @RequestParam(required = false) @Nullable OrganizationId organization,
            @LargeBody @RequestBody List<@Nullable ImportedCase> asked,
            @AuthenticationPrincipal SignedIn user) {
        var where = organization == null ? user.scope() : organization;
        Scopes.mustReach(user, where);
        return batches.take(id, asked, where, user);
    }

    /**
     * A file.
     *
     * @param sha256 digest of the file's bytes, which identifies it
     * @param attributes attributes of the file itself
     */
    record Begin(
            @NotNull @Pattern(regexp = "[0-9a-f]{64}", message = "fault.digest") String sha256,

            @Text(max = 255) String file,
            @Text(max = 40) String format,
            @Nullable @Size(max = 2000) List<ImportedCase.@NotNull @Valid Attribute> attributes,
            @Valid @Nullable By by,
            @PlausibleTime @Nullable Instant at)
            implements Envelope {}
}

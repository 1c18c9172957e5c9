package org.serviceledger.command.imports;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;
import org.serviceledger.api.ActorRole;
import org.serviceledger.api.act.PlausibleTime;
import org.serviceledger.api.act.Text;
import org.serviceledger.api.cases.CaseCommand;
import org.serviceledger.api.cases.CaseId;
import org.serviceledger.api.cases.ImportCaseBuilder;
import org.serviceledger.api.imports.ImportEvent.ImportBegun;
import org.serviceledger.api.imports.ImportedAct;
import org.serviceledger.api.imports.Provenance;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.window.WindowId;

/** A case of a file. The length limits only reject values that cannot be genuine. */
record ImportedCase(
        @NotNull @Pattern(regexp = "[0-9A-Za-z][0-9A-Za-z._-]{0,49}", message = "fault.case-number") String number,

        @Text(max = 500) String originalId,
        @Text(max = 2000) String title,

        @Text(max = 500, optional = true, blank = true) @Nullable String department,

        @Text(max = 500, optional = true, blank = true) @Nullable String channel,

        @Text(max = 500, optional = true, blank = true) @Nullable String responsible,

        @PlausibleTime @Nullable Instant startedAt,
        @PlausibleTime @Nullable Instant endedAt,
        @PlausibleTime @Nullable Instant dueAt,
        @Nullable @Size(max = 2000) List<@NotNull @Valid Attribute> attributes,
        @NotEmpty @Size(max = 10_000) List<@NotNull @Valid Act> acts) {

    CaseCommand.ImportCase toCommand(ImportBegun file, OrganizationId organization, Actor by, Instant at) {
        return ImportCaseBuilder.builder()
                .caseId(CaseId.ofNumber(number))
                .provenance(new Provenance(file.importId(), file.format(), file.file(), originalId))
                .title(title)
                .department(department)
                .channel(channel)
                .responsible(responsible)
                .startedAt(startedAt)
                .endedAt(endedAt)
                .dueAt(dueAt)
                .attributes(attributes(attributes))
                .acts(acts.stream().map(Act::toImportedAct).toList())
                .organization(organization)
                .by(by)
                .at(at)
                .build();
    }

    /** Some logs keep statistics under keys that contain whole sequences of activities. */
    private static final int LONGEST_KEY = 10_000;

    static List<org.serviceledger.api.imports.Attribute> attributes(@Nullable List<Attribute> given) {
        return Objects.requireNonNullElse(given, List.<Attribute>of()).stream()
                .map(Attribute::toAttribute)
                .toList();
    }

    /** An attribute, unchanged from the file. */
    record Attribute(
            @Text(max = LONGEST_KEY) String key,
            @Text(max = 40) String type,
            @Text(max = 100_000, blank = true) String value,
            @Nullable @Size(max = 2000) List<@NotNull @Valid Attribute> nested) {

        private org.serviceledger.api.imports.Attribute toAttribute() {
            return new org.serviceledger.api.imports.Attribute(key, type, value, attributes(nested));
        }
    }

    /** An act of the case, with the actor and the time that the file states. */
    record Act(
            @NotNull @Min(0) @Max(1_000_000) Integer ordinal,
            @Text(max = 500) String activity,

            @Text(max = 100, optional = true, blank = true) @Nullable String transition,

            @NotNull @Valid Person by,
            @NotNull @PlausibleTime Instant occurredAt,
            @Nullable @Size(max = 2000) List<@NotNull @Valid Attribute> attributes) {

        private ImportedAct toImportedAct() {
            return new ImportedAct(
                    ordinal, activity, transition, by.toActor(), occurredAt, ImportedCase.attributes(attributes));
        }
    }

    /** The person whom the file names. */
    record Person(
            @Text(max = 200) String person,
            @Text(max = 200) String name,
            @Nullable ActorRole role,

            @Text(max = 200, optional = true, blank = true) @Nullable String post,

            @Nullable WindowId window,
            @Nullable OrganizationId organization,

            @Text(max = 200, optional = true, blank = true) @Nullable String unit,

            @Nullable @Valid Absent onBehalfOf) {

        private Actor toActor() {
            return new Actor(
                    person,
                    name,
                    Objects.requireNonNullElse(role, ActorRole.RESOURCE),
                    post,
                    window,
                    organization,
                    unit,
                    onBehalfOf == null ? null : new Actor.Person(onBehalfOf.person(), onBehalfOf.name()));
        }
    }

    /** The absent person for whom, according to the file, the actor substituted. */
    record Absent(
            @Text(max = 200) String person, @Text(max = 200) String name) {}
}

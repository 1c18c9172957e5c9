package org.serviceledger.command.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.item.Audience;
import org.serviceledger.api.item.CaseKind;
import org.serviceledger.api.item.Channel;
import org.serviceledger.api.item.ExerciseLevel;
import org.serviceledger.api.item.ItemDetails;
import org.serviceledger.api.item.ItemDetailsBuilder;
import org.serviceledger.api.item.ItemType;
import org.serviceledger.api.item.ServiceCategory;
import org.serviceledger.api.item.StepKind;
import org.serviceledger.api.window.WindowKind;

/** The description of an item in a request; see {@link ItemDetails}. */
record ItemText(
        @Text(max = 200) String name,

        @NotNull @Pattern(regexp = "[0-9A-Za-z]{1,12}", message = "fault.catalog-code") String catalogCode,

        @NotNull ItemType type,
        @Text(max = 4000) String basis,
        @NotNull ExerciseLevel level,
        @Text(max = 100) String department,
        @NotNull ServiceCategory category,
        @Text(max = 60) String theme,
        @NotNull CaseKind caseKind,
        @Nullable @Valid Limit legalLimit,
        @NotNull @Valid Limit promisedLimit,
        @NotNull WindowKind window,
        @NotNull @Size(max = 6) List<@NotNull Audience> audiences,
        @NotNull @Size(max = 5) List<@NotNull Channel> channels,
        @NotNull @Size(max = 50) List<@Text(max = 1000) String> conditions,
        @NotNull @Size(max = 100) List<@NotNull @Valid Material> materials,
        @NotNull @Size(max = 30) List<@NotNull @Valid Step> steps,
        @Text(max = 1000, optional = true) @Nullable String fee,
        @Text(max = 200, optional = true) @Nullable String resultName,
        @Text(max = 500, optional = true) @Nullable String address,
        @Text(max = 500, optional = true) @Nullable String serviceTime,
        @Text(max = 60, optional = true) @Nullable String consultPhone,
        @Text(max = 60, optional = true) @Nullable String complaintPhone,
        @Nullable Boolean demonstration) {

    ItemDetails toDetails() {
        return ItemDetailsBuilder.builder()
                .name(name)
                .catalogCode(catalogCode)
                .type(type)
                .basis(basis)
                .level(level)
                .department(department)
                .category(category)
                .theme(theme)
                .caseKind(caseKind)
                .legalLimit(legalLimit == null ? null : legalLimit.toTimeLimit())
                .promisedLimit(promisedLimit.toTimeLimit())
                .window(window)
                .audiences(audiences)
                .channels(channels)
                .conditions(conditions)
                .materials(materials.stream().map(Material::toMaterial).toList())
                .steps(steps.stream().map(Step::toStep).toList())
                .fee(fee)
                .resultName(resultName)
                .address(address)
                .serviceTime(serviceTime)
                .consultPhone(consultPhone)
                .complaintPhone(complaintPhone)
                .demonstration(Boolean.TRUE.equals(demonstration))
                .build();
    }

    /** A document that the applicant submits. */
    record Material(
            @Text(max = 200) String name,
            @Nullable @Min(0) @Max(100) Integer originals,
            @Nullable @Min(0) @Max(100) Integer copies,
            @Nullable Boolean required,
            @Text(max = 500, optional = true) @Nullable String note) {

        private ItemDetails.Material toMaterial() {
            return new ItemDetails.Material(
                    name,
                    Objects.requireNonNullElse(originals, 0),
                    Objects.requireNonNullElse(copies, 0),
                    Boolean.TRUE.equals(required),
                    note);
        }
    }

    /** A step of the process. */
    record Step(
            @Text(max = 100) String name,
            @NotNull StepKind kind,
            @Nullable @Valid Limit limit) {

        private ItemDetails.Step toStep() {
            return new ItemDetails.Step(name, kind, limit == null ? null : limit.toTimeLimit());
        }
    }
}

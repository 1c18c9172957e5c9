package org.serviceledger.api.item;

import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.act.DefaultsTo;
import org.serviceledger.api.act.Text;
import org.serviceledger.api.calendar.TimeLimit;
import org.serviceledger.api.window.WindowKind;

/**
 * The description of an item in the item list and the service guide (办事指南).
 *
 * @param name the same at all levels, as are catalogCode, basis and type (四级四同)
 * @param catalogCode 基本编码, 12 digits
 * @param basis 设定依据
 * @param department 实施主体, the responsible department
 * @param category one of the five classes of the notice
 * @param theme 服务主题, such as 社会保障
 * @param legalLimit 法定办结时限; null if no law sets one
 * @param promisedLimit 承诺办结时限
 * @param window the kind of window that takes the item
 * @param steps the steps of a case after acceptance, in order
 * @param demonstration whether limits and texts are invented for demonstration
 */
@RecordBuilder
public record ItemDetails(
        @Text(max = 200) String name,

        @Pattern(regexp = "[0-9A-Za-z]{1,12}", message = "fault.catalog-code") String catalogCode,

        ItemType type,
        @Text(max = 4000) String basis,
        ExerciseLevel level,
        @Text(max = 100) String department,
        ServiceCategory category,
        @Text(max = 60) String theme,
        CaseKind caseKind,
        @Nullable TimeLimit legalLimit,
        TimeLimit promisedLimit,
        WindowKind window,
        @Size(max = 6) List<Audience> audiences,
        @Size(max = 5) List<Channel> channels,
        @Size(max = 50) List<@Text(max = 1000) String> conditions,
        @Size(max = 100) List<Material> materials,
        @Size(max = 30) List<Step> steps,
        @Text(max = 1000) @Nullable String fee,
        @Text(max = 200) @Nullable String resultName,
        @Text(max = 500) @Nullable String address,
        @Text(max = 500) @Nullable String serviceTime,
        @Text(max = 60) @Nullable String consultPhone,
        @Text(max = 60) @Nullable String complaintPhone,
        @DefaultsTo("false") boolean demonstration) {

    public ItemDetails {
        audiences = List.copyOf(audiences);
        channels = List.copyOf(channels);
        conditions = List.copyOf(conditions);
        materials = List.copyOf(materials);
        steps = List.copyOf(steps);
    }

    /** A document that the applicant submits (申请材料). */
    public record Material(
            @Text(max = 200) String name,
            @DefaultsTo("0") @Min(0) @Max(100) int originals,
            @DefaultsTo("0") @Min(0) @Max(100) int copies,
            @DefaultsTo("false") boolean required,
            @Text(max = 500) @Nullable String note) {}

    /** A step of the process (环节). Its limit is null if it has none of its own. */
    public record Step(
            @Text(max = 100) String name,
            StepKind kind,
            @Nullable TimeLimit limit) {}
}

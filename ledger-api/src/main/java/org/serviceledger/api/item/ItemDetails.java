package org.serviceledger.api.item;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
        String name,
        String catalogCode,
        ItemType type,
        String basis,
        ExerciseLevel level,
        String department,
        ServiceCategory category,
        String theme,
        CaseKind caseKind,
        @Nullable TimeLimit legalLimit,
        TimeLimit promisedLimit,
        WindowKind window,
        List<Audience> audiences,
        List<Channel> channels,
        List<String> conditions,
        List<Material> materials,
        List<Step> steps,
        @Nullable String fee,
        @Nullable String resultName,
        @Nullable String address,
        @Nullable String serviceTime,
        @Nullable String consultPhone,
        @Nullable String complaintPhone,
        boolean demonstration) {

    public ItemDetails {
        audiences = List.copyOf(audiences);
        channels = List.copyOf(channels);
        conditions = List.copyOf(conditions);
        materials = List.copyOf(materials);
        steps = List.copyOf(steps);
    }

    /** A document that the applicant submits (申请材料). */
    public record Material(
            String name,
            int originals,
            int copies,
            boolean required,
            @Nullable String note) {}

    /** A step of the process (环节). Its limit is null if it has none of its own. */
    public record Step(String name, StepKind kind, @Nullable TimeLimit limit) {}
}

package org.serviceledger.api.item;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.calendar.TimeLimit;
import org.serviceledger.api.window.WindowKind;

/**
 * What an item list and a service guide (办事指南) say of an item.
 *
 * @param name the same at all levels, as are catalogCode, basis and type (四级四同)
 * @param catalogCode 基本编码, 12 digits
 * @param basis 设定依据
 * @param department 实施主体, the department whose business it is
 * @param category one of the notice's five classes
 * @param theme 服务主题, such as 社会保障
 * @param legalLimit 法定办结时限, absent where no law sets one
 * @param promisedLimit 承诺办结时限
 * @param window the kind of window that takes it
 * @param steps the steps a case goes through after acceptance, in order
 * @param demonstration whether limits and texts are invented for demonstration
 */
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

    /** A document the applicant brings (申请材料). */
    public record Material(
            String name,
            int originals,
            int copies,
            boolean required,
            @Nullable String note) {}

    /** A step of the process (环节), with its own limit where one is set. */
    public record Step(String name, StepKind kind, @Nullable TimeLimit limit) {}
}

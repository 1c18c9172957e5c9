package org.serviceledger.app.demonstration;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.calendar.TimeLimit;
import org.serviceledger.api.cases.SpecialProcedure;
import org.serviceledger.api.item.Audience;
import org.serviceledger.api.item.CaseKind;
import org.serviceledger.api.item.Channel;
import org.serviceledger.api.item.ExerciseLevel;
import org.serviceledger.api.item.ItemDetails;
import org.serviceledger.api.item.ItemDetails.Material;
import org.serviceledger.api.item.ItemDetails.Step;
import org.serviceledger.api.item.ItemDetailsBuilder;
import org.serviceledger.api.item.ItemId;
import org.serviceledger.api.item.ItemType;
import org.serviceledger.api.item.ServiceCategory;
import org.serviceledger.api.item.StepKind;
import org.serviceledger.api.window.WindowKind;

/**
 * An item of the catalogue. Names resemble those of town halls. Codes are formally valid but invented; so are the
 * limits, and they are labelled so.
 *
 * @param specialty name of the specialised window that takes it; empty if a general window does
 * @param share weight of its demand relative to other items
 */
record Item(ItemId id, ItemDetails details, String specialty, int share) {

    static final String HANDLE = "承办";
    static final String REVIEW = "审核";
    static final String APPROVE = "批准";

    private static final List<Step> STEPS = List.of(
            new Step(HANDLE, StepKind.HANDLE, null),
            new Step(REVIEW, StepKind.REVIEW, null),
            new Step(APPROVE, StepKind.APPROVE, null));

    static List<Item> catalogue() {
        var rows = DataTables.of("items.csv", Row.class);
        var departments = rows.stream().map(Row::department).distinct().toList();
        return IntStream.range(0, rows.size())
                .mapToObj(i ->
                        of(i + 1, rows.get(i), departments.indexOf(rows.get(i).department()) + 1))
                .toList();
    }

    /**
     * A row of the table.
     *
     * @param window kind of window and, after a colon, the specialty of a specialised one
     * @param share weight of the item's demand relative to other items
     */
    private record Row(
            String name,
            ItemType type,
            ExerciseLevel level,
            ServiceCategory category,
            String theme,
            String department,
            String window,
            CaseKind kind,
            int promisedDays,
            @Nullable Integer legalDays,
            int share,
            String fee,
            String result,
            List<String> materials) {}

    boolean isInstant() {
        return details.caseKind() == CaseKind.INSTANT;
    }

    boolean isForFirms() {
        return details.audiences().contains(Audience.ENTERPRISE);
    }

    int promisedDays() {
        return details.promisedLimit().value();
    }

    /** The special procedure this item usually needs, whose time the legal limit excludes; null if none. */
    @Nullable SpecialProcedure usualProcedure() {
        return switch (details.name()) {
            case "残疾人证核发（首次申领）" -> SpecialProcedure.APPRAISAL;
            case "食品小作坊登记", "动物防疫条件审查" -> SpecialProcedure.INSPECTION;
            case "动物检疫合格证明核发" -> SpecialProcedure.QUARANTINE;
            default -> null;
        };
    }

    /** Whether a hall's window of this kind and specialty takes it. */
    boolean isTakenBy(StaffedHall.Window window) {
        return window.kind() == details.window() && window.specialty().equals(specialty);
    }

    private static Item of(int number, Row row, int department) {
        var window = row.window().split(":", 2);
        var catalogCode = "32%s9%04d001".formatted(row.type().code(), number);
        var legalDays = row.legalDays();
        var details = ItemDetailsBuilder.builder()
                .name(row.name())
                .catalogCode(catalogCode)
                .type(row.type())
                .basis("演示数据：设定依据从略")
                .level(row.level())
                .department(row.department())
                .category(row.category())
                .theme(row.theme())
                .caseKind(row.kind())
                .legalLimit(legalDays == null ? null : TimeLimit.workingDays(legalDays))
                .promisedLimit(TimeLimit.workingDays(row.promisedDays()))
                .window(WindowKind.valueOf(window[0]))
                .audiences(audiences(row.theme()))
                .channels(List.of(Channel.WINDOW, Channel.WEB, Channel.MOBILE))
                .conditions(List.of("符合办理条件的申请人均可提出（演示数据）"))
                .materials(row.materials().stream()
                        .map(name -> new Material(name, 1, 1, true, null))
                        .toList())
                .steps(row.kind() == CaseKind.INSTANT ? List.of() : STEPS)
                .fee(row.fee())
                .resultName(row.result())
                .address("各镇（街道）为民服务中心相应窗口")
                .serviceTime("工作日 08:30–12:00，14:00–17:30（演示数据）")
                .consultPhone("000-0000-0001")
                .complaintPhone("000-0000-0002")
                .demonstration(true)
                .build();
        return new Item(
                ItemId.ofCode(CreditCodes.of(department) + row.level().code() + catalogCode),
                details,
                window.length > 1 ? window[1] : "",
                row.share());
    }

    private static List<Audience> audiences(String theme) {
        return theme.equals("准营准办") || theme.equals("设立变更") || theme.equals("招标拍卖")
                ? List.of(Audience.NATURAL_PERSON, Audience.ENTERPRISE)
                : List.of(Audience.NATURAL_PERSON);
    }
}

package org.serviceledger.query.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;
import org.serviceledger.api.ActorRole;
import org.serviceledger.api.calendar.Deadline;
import org.serviceledger.api.calendar.TimeLimit;
import org.serviceledger.api.calendar.WorkingDayCalendar;
import org.serviceledger.api.cases.Applicant;
import org.serviceledger.api.cases.CaseEvent.CaseAccepted;
import org.serviceledger.api.cases.CaseEvent.CaseApplied;
import org.serviceledger.api.cases.CaseEvent.CaseFinished;
import org.serviceledger.api.cases.CaseEvent.CaseGranted;
import org.serviceledger.api.cases.CaseEvent.CaseImported;
import org.serviceledger.api.cases.CaseEvent.CaseReceived;
import org.serviceledger.api.cases.CaseEvent.CorrectedOnTheSpot;
import org.serviceledger.api.cases.CaseEvent.ImportedActRecorded;
import org.serviceledger.api.cases.CaseEvent.StepFinished;
import org.serviceledger.api.cases.CaseEvent.StepStarted;
import org.serviceledger.api.cases.CaseId;
import org.serviceledger.api.cases.CaseResult;
import org.serviceledger.api.cases.DecisionChain;
import org.serviceledger.api.cases.StepOutcome;
import org.serviceledger.api.cases.TimeUsed;
import org.serviceledger.api.cases.Timeliness;
import org.serviceledger.api.evaluation.EvaluationEvent.EvaluationInvited;
import org.serviceledger.api.evaluation.EvaluationEvent.RaterContacted;
import org.serviceledger.api.evaluation.EvaluationEvent.ServiceRated;
import org.serviceledger.api.evaluation.EvaluationId;
import org.serviceledger.api.evaluation.RatingChannel;
import org.serviceledger.api.evaluation.RatingLevel;
import org.serviceledger.api.imports.Attribute;
import org.serviceledger.api.imports.ImportId;
import org.serviceledger.api.imports.Provenance;
import org.serviceledger.api.item.Audience;
import org.serviceledger.api.item.CaseKind;
import org.serviceledger.api.item.Channel;
import org.serviceledger.api.item.ExerciseLevel;
import org.serviceledger.api.item.ItemDetails;
import org.serviceledger.api.item.ItemEvent.ItemCancelled;
import org.serviceledger.api.item.ItemEvent.ItemPublished;
import org.serviceledger.api.item.ItemId;
import org.serviceledger.api.item.ItemInForce;
import org.serviceledger.api.item.ItemType;
import org.serviceledger.api.item.ServiceCategory;
import org.serviceledger.api.item.StepKind;
import org.serviceledger.api.organization.LeaderPost;
import org.serviceledger.api.organization.OrganizationEvent.LeaderAppointed;
import org.serviceledger.api.organization.OrganizationEvent.OrganizationEstablished;
import org.serviceledger.api.organization.OrganizationEvent.ServiceHoursSet;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.organization.OrganizationKind;
import org.serviceledger.api.organization.Shift;
import org.serviceledger.api.staff.StaffId;
import org.serviceledger.api.window.WindowEvent.WindowRetired;
import org.serviceledger.api.window.WindowEvent.WindowSetUp;
import org.serviceledger.api.window.WindowId;
import org.serviceledger.api.window.WindowKind;
import org.serviceledger.api.windowday.WindowDayEvent.WindowOpened;
import org.serviceledger.api.windowday.WindowDayEvent.WindowPaused;
import org.serviceledger.api.windowday.WindowDayId;

/** The history that all tests share: what happened in November 2026 before the morning of the 20th. */
public final class History {

    /** Friday at ten in the morning. */
    public static final Instant NOW = at("2026-11-20", "10:00");

    public static final OrganizationId COUNTY = OrganizationId.ofCode("320623");
    public static final OrganizationId TOWN = OrganizationId.ofCode("320623001");
    public static final OrganizationId OTHER_TOWN = OrganizationId.ofCode("320623100");
    public static final StaffId ZHANG_MIN = StaffId.ofNumber("0101");
    public static final StaffId LI_QIANG = StaffId.ofNumber("0102");
    public static final WindowId WINDOW = WindowId.of(TOWN, 1);
    public static final ItemId LICENCE = ItemId.ofCode("11320623MB1234567W4000131001000");
    public static final ItemId OLD_AGE_CARD = ItemId.ofCode("11320623MB1234567W4000711002000");
    public static final ItemId CANCELLED_ITEM = ItemId.ofCode("11320623MB1234567W4000711003000");

    /** B accepted it for an absent A. It finished late and was rated badly. One act was recorded days afterwards. */
    public static final CaseId STORY = CaseId.ofNumber("320623001-0001");

    public static final String STORY_CODE = "AB12CD";
    public static final String APPLICANT = "王小明";
    public static final String ID_NUMBER = "320623196001011234";
    public static final String PHONE = "13912345678";

    /** Its title is HTML markup. */
    public static final CaseId MARKUP = CaseId.ofNumber("320623001-0002");

    public static final CaseId IMPORTED = CaseId.ofNumber("10011");

    /** The number of cases of the other town, all applied for at the same moment. */
    public static final int OTHER_CASES = 25;

    static final List<Shift> SHIFTS = List.of(
            new Shift("上午", LocalTime.of(8, 30), LocalTime.of(12, 0)),
            new Shift("下午", LocalTime.of(14, 0), LocalTime.of(17, 30)));

    private static final WorkingDayCalendar CALENDAR =
            WorkingDayCalendar.empty().with(2026, new WorkingDayCalendar.Year(Map.of(), Map.of()));

    private History() {}

    public static Instant at(String day, String time) {
        return LocalDate.parse(day)
                .atTime(LocalTime.parse(time))
                .atZone(WorkingDayCalendar.CHINA)
                .toInstant();
    }

    static Deadline due(Instant from, int workingDays) {
        return CALENDAR.deadline(from, TimeLimit.workingDays(workingDays));
    }

    static Actor staff(StaffId id, String name, ActorRole role, @Nullable WindowId at, OrganizationId in) {
        return new Actor(id.value(), name, role, "窗口岗", at, in, null, null);
    }

    static Applicant applicant(String name) {
        return new Applicant(name, Audience.NATURAL_PERSON, "居民身份证", ID_NUMBER, PHONE);
    }

    static ItemInForce inForce(ItemId id, String name, int promised, @Nullable TimeLimit legal) {
        return new ItemInForce(
                id,
                1,
                name,
                "市场监督管理局",
                ServiceCategory.PRODUCTION,
                CaseKind.PROMISED,
                legal,
                TimeLimit.workingDays(promised),
                List.of());
    }

    static void tell(ShownLedger ledger) {
        halls(ledger);
        items(ledger);
        story(ledger);
        markup(ledger);
        othersCases(ledger);
        imported(ledger);
        windowsToday(ledger);
        AttendanceScene.tell(ledger);
        PerformanceScene.tell(ledger);
    }

    private static void halls(ShownLedger ledger) {
        var since = at("2026-01-04", "09:00");
        hall(ledger, COUNTY, "如东县政务服务管理办公室", OrganizationKind.COUNTY_OFFICE, null);
        hall(ledger, TOWN, "掘港街道为民服务中心", OrganizationKind.TOWN_CENTRE, COUNTY);
        hall(ledger, OTHER_TOWN, "栟茶镇为民服务中心", OrganizationKind.TOWN_CENTRE, COUNTY);
        ledger.append(new ServiceHoursSet(TOWN, SHIFTS, 5, Actor.system(), since));
        leader(ledger, "staff-L1", "陈建国", "2026-01-04");
        leader(ledger, "staff-L2", "周立新", "2026-11-06");
        leader(ledger, "staff-L3", "吴思远", "2026-11-16");
        window(ledger, 1, "民生综合窗口");
        window(ledger, 2, "建设综合窗口");
        window(ledger, 3, "旧窗口");
        ledger.append(new WindowRetired(WindowId.of(TOWN, 3), TOWN, "合并", Actor.system(), since));
    }

    static void hall(
            ShownLedger ledger,
            OrganizationId id,
            String name,
            OrganizationKind kind,
            @Nullable OrganizationId parent) {
        ledger.append(new OrganizationEstablished(
                id, name, kind, parent, "如东县", "0513-84512345", Actor.system(), at("2026-01-04", "08:00")));
    }

    private static void leader(ShownLedger ledger, String person, String name, String from) {
        ledger.append(new LeaderAppointed(
                TOWN,
                LeaderPost.CHIEF,
                new Actor.Person(person, name),
                LocalDate.parse(from),
                Actor.system(),
                at(from, "09:00")));
    }

    private static void window(ShownLedger ledger, int number, String name) {
        ledger.append(new WindowSetUp(
                WindowId.of(TOWN, number),
                TOWN,
                name,
                WindowKind.LIVELIHOOD,
                Actor.system(),
                at("2026-01-04", "10:00")));
    }

    private static void items(ShownLedger ledger) {
        item(ledger, LICENCE, "个体工商户营业执照办理", ServiceCategory.PRODUCTION, "市场监督管理局", "设立变更");
        item(ledger, OLD_AGE_CARD, "老年人优待证核发", ServiceCategory.SOCIAL_AFFAIRS, "民政局", "社会保障");
        item(ledger, CANCELLED_ITEM, "已取消的营业执照事项", ServiceCategory.PRODUCTION, "市场监督管理局", "设立变更");
        ledger.append(new ItemCancelled(CANCELLED_ITEM, "合并", Actor.system(), at("2026-02-01", "09:00")));
    }

    private static void item(
            ShownLedger ledger, ItemId id, String name, ServiceCategory category, String department, String theme) {
        var details = new ItemDetails(
                name,
                "000131001000",
                ItemType.LICENCE,
                "《条例》第八条",
                ExerciseLevel.TOWN,
                department,
                category,
                theme,
                CaseKind.PROMISED,
                TimeLimit.workingDays(15),
                TimeLimit.workingDays(3),
                WindowKind.LIVELIHOOD,
                List.of(Audience.NATURAL_PERSON),
                List.of(Channel.WINDOW, Channel.WEB),
                List.of("有固定经营场所"),
                List.of(new ItemDetails.Material("申请书", 1, 0, true, null)),
                List.of(new ItemDetails.Step("审核", StepKind.REVIEW, null)),
                null,
                name,
                null,
                null,
                "0513-84512345",
                "12345",
                true);
        ledger.append(new ItemPublished(id, 1, details, Actor.system(), at("2026-01-05", "09:00")));
    }

    private static void story(ShownLedger ledger) {
        var zhang = new Actor(
                ZHANG_MIN.value(),
                "张敏",
                ActorRole.CLERK,
                "窗口岗",
                WINDOW,
                TOWN,
                null,
                new Actor.Person(LI_QIANG.value(), "李强"));
        var handler = staff(ZHANG_MIN, "张敏", ActorRole.HANDLER, WINDOW, TOWN);
        var legal = TimeLimit.workingDays(15);
        ledger.append(applied(
                STORY,
                TOWN,
                WINDOW,
                inForce(LICENCE, "个体工商户营业执照办理", 3, legal),
                "个体工商户营业执照申请",
                at("2026-11-02", "09:00")));
        ledger.append(
                new CaseReceived(STORY, "S-1", due(at("2026-11-02", "09:00"), 5), zhang, at("2026-11-02", "09:05")));
        var accepted = at("2026-11-02", "09:20");
        ledger.append(new CaseAccepted(STORY, "A-1", due(accepted, 3), due(accepted, 15), zhang, accepted));
        ledger.append(
                new CorrectedOnTheSpot(STORY, "补签名", zhang, at("2026-11-02", "09:10")), at("2026-11-05", "09:10"));
        var step = due(at("2026-11-03", "09:00"), 1);
        ledger.append(new StepStarted(STORY, "审核", StepKind.REVIEW, step, handler, at("2026-11-03", "09:00")));
        ledger.append(new StepFinished(
                STORY,
                "审核",
                StepKind.REVIEW,
                StepOutcome.PASSED,
                "同意",
                step,
                new TimeUsed(4, 540_000),
                true,
                handler,
                at("2026-11-09", "15:00")));
        ledger.append(new CaseGranted(
                STORY,
                "D-1",
                "准予",
                new DecisionChain(handler, null, null),
                staff(LI_QIANG, "李强", ActorRole.APPROVER, null, TOWN),
                at("2026-11-09", "15:30")));
        ledger.append(new CaseFinished(
                STORY,
                CaseResult.GRANTED,
                new TimeUsed(5, 627_000),
                Timeliness.LATE,
                2,
                false,
                "A角缺岗",
                handler,
                at("2026-11-09", "16:00")));
        rated(ledger, STORY, TOWN, handler, RatingLevel.VERY_DISSATISFIED, at("2026-11-10", "09:00"));
        ledger.append(new RaterContacted(
                EvaluationId.of(STORY),
                STORY,
                "属实",
                false,
                staff(StaffId.ofNumber("M1"), "赵主任", ActorRole.HALL_MANAGER, null, TOWN),
                at("2026-11-11", "09:00")));
    }

    static void rated(ShownLedger ledger, CaseId id, OrganizationId at, Actor served, RatingLevel level, Instant when) {
        var evaluation = EvaluationId.of(id);
        ledger.append(new EvaluationInvited(
                evaluation,
                id,
                LICENCE,
                "个体工商户营业执照办理",
                at,
                served.window(),
                served,
                when.minusSeconds(600),
                Actor.system(),
                when.minusSeconds(600)));
        ledger.append(new ServiceRated(
                evaluation,
                id,
                1,
                level,
                RatingChannel.QR_CODE,
                applicant(APPLICANT),
                List.of("效率"),
                "等了太久",
                LICENCE,
                "个体工商户营业执照办理",
                at,
                served.window(),
                served,
                null,
                Actor.applicant(APPLICANT),
                when));
    }

    static CaseApplied applied(
            CaseId id,
            OrganizationId organization,
            @Nullable WindowId window,
            ItemInForce item,
            String title,
            Instant at) {
        return new CaseApplied(
                id,
                item,
                applicant(APPLICANT),
                Channel.WINDOW,
                organization,
                window,
                title,
                List.of("申请书"),
                false,
                false,
                STORY_CODE,
                Actor.applicant(APPLICANT),
                at);
    }

    private static void markup(ShownLedger ledger) {
        var item = inForce(LICENCE, "个体工商户营业执照办理", 3, null);
        ledger.append(applied(
                MARKUP, TOWN, WINDOW, item, "<script>alert('x')</script>营业执照变更 & 补发", at("2026-11-12", "09:00")));
    }

    private static void othersCases(ShownLedger ledger) {
        var item = inForce(OLD_AGE_CARD, "老年人优待证核发", 5, null);
        var at = at("2026-11-03", "09:00");
        for (int number = 1; number <= OTHER_CASES; number++) {
            var id = CaseId.ofNumber("320623100-%04d".formatted(number));
            ledger.append(applied(id, OTHER_TOWN, WindowId.of(OTHER_TOWN, 1), item, "优待证申请", at));
        }
    }

    private static void imported(ShownLedger ledger) {
        var by = new Actor("Resource21", "Resource21", ActorRole.RESOURCE, null, null, null, "Group 1", null);
        var began = Instant.parse("2011-10-11T11:45:40.276Z");
        var ended = Instant.parse("2011-10-13T11:45:40.276Z");
        ledger.append(
                new CaseImported(
                        IMPORTED,
                        new Provenance(ImportId.ofDigest("0".repeat(64)), "XES 1.0", "receipt.xes.gz", "case-10011"),
                        "case-10011",
                        "General",
                        "Internet",
                        "Resource21",
                        began,
                        ended,
                        null,
                        List.of(new Attribute("case:channel", "string", "Internet", List.of())),
                        COUNTY,
                        by,
                        began),
                at("2026-11-19", "09:00"));
        for (int ordinal = 0; ordinal < 3; ordinal++) {
            ledger.append(
                    new ImportedActRecorded(
                            IMPORTED,
                            ordinal,
                            "T0" + ordinal + " Check",
                            "complete",
                            List.of(new Attribute("org:group", "string", "Group 1", List.of())),
                            COUNTY,
                            by,
                            began.plusSeconds(3600L * ordinal)),
                    at("2026-11-19", "09:00"));
        }
    }

    private static void windowsToday(ShownLedger ledger) {
        var by = staff(ZHANG_MIN, "张敏", ActorRole.CLERK, WINDOW, TOWN);
        var today = WindowDayId.of(WINDOW, LocalDate.parse("2026-11-20"));
        ledger.append(new WindowOpened(today, by, at("2026-11-20", "08:30")));
        ledger.append(new WindowPaused(today, "系统维护", true, by, at("2026-11-20", "09:30")));
    }
}

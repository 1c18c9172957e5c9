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
import org.serviceledger.api.cases.CaseEvent.CaseApplied;
import org.serviceledger.api.cases.CaseId;
import org.serviceledger.api.cases.DecisionChain;
import org.serviceledger.api.cases.TimeUsed;
import org.serviceledger.api.evaluation.EvaluationId;
import org.serviceledger.api.evaluation.RatingLevel;
import org.serviceledger.api.imports.Attribute;
import org.serviceledger.api.imports.ImportId;
import org.serviceledger.api.imports.Provenance;
import org.serviceledger.api.item.Audience;
import org.serviceledger.api.item.CaseKind;
import org.serviceledger.api.item.Channel;
import org.serviceledger.api.item.ExerciseLevel;
import org.serviceledger.api.item.ItemDetails;
import org.serviceledger.api.item.ItemId;
import org.serviceledger.api.item.ItemInForce;
import org.serviceledger.api.item.ItemType;
import org.serviceledger.api.item.ServiceCategory;
import org.serviceledger.api.item.StepKind;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.organization.OrganizationKind;
import org.serviceledger.api.organization.Shift;
import org.serviceledger.api.staff.StaffId;
import org.serviceledger.api.window.WindowId;
import org.serviceledger.api.window.WindowKind;
import org.serviceledger.api.windowday.WindowDayId;
import org.serviceledger.fixtures.CaseEvents;
import org.serviceledger.fixtures.EvaluationEvents;
import org.serviceledger.fixtures.ItemEvents;
import org.serviceledger.fixtures.OrganizationEvents;
import org.serviceledger.fixtures.WindowDayEvents;
import org.serviceledger.fixtures.WindowEvents;

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
        ledger.append(OrganizationEvents.serviceHoursSet()
                .of(TOWN)
                .shifts(SHIFTS)
                .by(Actor.system())
                .at(since)
                .event());
        leader(ledger, "staff-L1", "陈建国", "2026-01-04");
        leader(ledger, "staff-L2", "周立新", "2026-11-06");
        leader(ledger, "staff-L3", "吴思远", "2026-11-16");
        window(ledger, 1, "民生综合窗口");
        window(ledger, 2, "建设综合窗口");
        window(ledger, 3, "旧窗口");
        ledger.append(WindowEvents.retired()
                .of(WindowId.of(TOWN, 3))
                .organization(TOWN)
                .by(Actor.system())
                .at(since)
                .event());
    }

    static void hall(
            ShownLedger ledger,
            OrganizationId id,
            String name,
            OrganizationKind kind,
            @Nullable OrganizationId parent) {
        ledger.append(OrganizationEvents.established()
                .of(id)
                .name(name)
                .kind(kind)
                .parent(parent)
                .address("如东县")
                .phone("0513-84512345")
                .by(Actor.system())
                .at(at("2026-01-04", "08:00"))
                .event());
    }

    private static void leader(ShownLedger ledger, String person, String name, String from) {
        ledger.append(OrganizationEvents.leaderAppointed()
                .of(TOWN)
                .leader(new Actor.Person(person, name))
                .from(LocalDate.parse(from))
                .by(Actor.system())
                .at(at(from, "09:00"))
                .event());
    }

    private static void window(ShownLedger ledger, int number, String name) {
        ledger.append(WindowEvents.setUp()
                .of(WindowId.of(TOWN, number))
                .organization(TOWN)
                .name(name)
                .kind(WindowKind.LIVELIHOOD)
                .by(Actor.system())
                .at(at("2026-01-04", "10:00"))
                .event());
    }

    private static void items(ShownLedger ledger) {
        item(ledger, LICENCE, "个体工商户营业执照办理", ServiceCategory.PRODUCTION, "市场监督管理局", "设立变更");
        item(ledger, OLD_AGE_CARD, "老年人优待证核发", ServiceCategory.SOCIAL_AFFAIRS, "民政局", "社会保障");
        item(ledger, CANCELLED_ITEM, "已取消的营业执照事项", ServiceCategory.PRODUCTION, "市场监督管理局", "设立变更");
        ledger.append(ItemEvents.cancelled()
                .of(CANCELLED_ITEM)
                .reason("合并")
                .by(Actor.system())
                .at(at("2026-02-01", "09:00"))
                .event());
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
        ledger.append(ItemEvents.published()
                .of(id)
                .details(details)
                .by(Actor.system())
                .at(at("2026-01-05", "09:00"))
                .event());
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
        ledger.append(CaseEvents.received()
                .of(STORY)
                .receiptNumber("S-1")
                .acceptanceDue(due(at("2026-11-02", "09:00"), 5))
                .by(zhang)
                .at(at("2026-11-02", "09:05"))
                .event());
        var accepted = at("2026-11-02", "09:20");
        ledger.append(CaseEvents.accepted()
                .of(STORY)
                .documentNumber("A-1")
                .promised(due(accepted, 3))
                .legal(due(accepted, 15))
                .by(zhang)
                .at(accepted)
                .event());
        ledger.append(
                CaseEvents.correctedOnTheSpot()
                        .of(STORY)
                        .by(zhang)
                        .at(at("2026-11-02", "09:10"))
                        .event(),
                at("2026-11-05", "09:10"));
        var step = due(at("2026-11-03", "09:00"), 1);
        ledger.append(CaseEvents.stepStarted()
                .of(STORY)
                .step("审核")
                .due(step)
                .by(handler)
                .at(at("2026-11-03", "09:00"))
                .event());
        ledger.append(CaseEvents.stepFinished()
                .of(STORY)
                .step("审核")
                .due(step)
                .used(new TimeUsed(4, 540_000))
                .by(handler)
                .at(at("2026-11-09", "15:00"))
                .event());
        ledger.append(CaseEvents.granted()
                .of(STORY)
                .documentNumber("D-1")
                .chain(new DecisionChain(handler, null, null))
                .by(staff(LI_QIANG, "李强", ActorRole.APPROVER, null, TOWN))
                .at(at("2026-11-09", "15:30"))
                .event());
        ledger.append(CaseEvents.finished()
                .of(STORY)
                .used(new TimeUsed(5, 627_000))
                .lateReason("A角缺岗")
                .by(handler)
                .at(at("2026-11-09", "16:00"))
                .event());
        rated(ledger, STORY, TOWN, handler, RatingLevel.VERY_DISSATISFIED, at("2026-11-10", "09:00"));
        ledger.append(EvaluationEvents.raterContacted()
                .of(EvaluationId.of(STORY))
                .caseId(STORY)
                .finding("属实")
                .late(false)
                .by(staff(StaffId.ofNumber("M1"), "赵主任", ActorRole.HALL_MANAGER, null, TOWN))
                .at(at("2026-11-11", "09:00"))
                .event());
    }

    static void rated(ShownLedger ledger, CaseId id, OrganizationId at, Actor served, RatingLevel level, Instant when) {
        var evaluation = EvaluationId.of(id);
        ledger.append(EvaluationEvents.invited()
                .of(evaluation)
                .caseId(id)
                .itemId(LICENCE)
                .organization(at)
                .window(served.window())
                .served(served)
                .servedAt(when.minusSeconds(600))
                .at(when.minusSeconds(600))
                .event());
        ledger.append(EvaluationEvents.serviceRated()
                .of(evaluation)
                .caseId(id)
                .level(level)
                .rater(applicant(APPLICANT))
                .details(List.of("效率"))
                .text("等了太久")
                .itemId(LICENCE)
                .organization(at)
                .window(served.window())
                .served(served)
                .contactDue(null)
                .by(Actor.applicant(APPLICANT))
                .at(when)
                .event());
    }

    static CaseApplied applied(
            CaseId id,
            OrganizationId organization,
            @Nullable WindowId window,
            ItemInForce item,
            String title,
            Instant at) {
        return CaseEvents.applied()
                .of(id)
                .item(item)
                .applicant(applicant(APPLICANT))
                .organization(organization)
                .window(window)
                .title(title)
                .materials(List.of("申请书"))
                .progressCode(STORY_CODE)
                .by(Actor.applicant(APPLICANT))
                .at(at)
                .event();
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
                CaseEvents.imported()
                        .of(IMPORTED)
                        .provenance(new Provenance(
                                ImportId.ofDigest("0".repeat(64)), "XES 1.0", "receipt.xes.gz", "case-10011"))
                        .startedAt(began)
                        .endedAt(ended)
                        .dueAt(null)
                        .attributes(List.of(new Attribute("case:channel", "string", "Internet", List.of())))
                        .organization(COUNTY)
                        .by(by)
                        .at(began)
                        .event(),
                at("2026-11-19", "09:00"));
        for (int ordinal = 0; ordinal < 3; ordinal++) {
            ledger.append(
                    CaseEvents.importedActRecorded()
                            .of(IMPORTED)
                            .ordinal(ordinal)
                            .activity("T0" + ordinal + " Check")
                            .attributes(List.of(new Attribute("org:group", "string", "Group 1", List.of())))
                            .organization(COUNTY)
                            .by(by)
                            .at(began.plusSeconds(3600L * ordinal))
                            .event(),
                    at("2026-11-19", "09:00"));
        }
    }

    private static void windowsToday(ShownLedger ledger) {
        var by = staff(ZHANG_MIN, "张敏", ActorRole.CLERK, WINDOW, TOWN);
        var today = WindowDayId.of(WINDOW, LocalDate.parse("2026-11-20"));
        ledger.append(WindowDayEvents.opened()
                .of(today)
                .by(by)
                .at(at("2026-11-20", "08:30"))
                .event());
        ledger.append(WindowDayEvents.paused()
                .of(today)
                .reason("系统维护")
                .signShown(true)
                .by(by)
                .at(at("2026-11-20", "09:30"))
                .event());
    }
}

package org.serviceledger.query.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;
import org.serviceledger.api.ActorRole;
import org.serviceledger.api.calendar.TimeLimit;
import org.serviceledger.api.calendar.WorkingDayCalendar;
import org.serviceledger.api.item.Audience;
import org.serviceledger.api.item.CaseKind;
import org.serviceledger.api.item.Channel;
import org.serviceledger.api.item.ExerciseLevel;
import org.serviceledger.api.item.ItemDetails;
import org.serviceledger.api.item.ItemId;
import org.serviceledger.api.item.ItemType;
import org.serviceledger.api.item.ServiceCategory;
import org.serviceledger.api.item.StepKind;
import org.serviceledger.api.organization.LeaderPost;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.organization.OrganizationKind;
import org.serviceledger.api.organization.Shift;
import org.serviceledger.api.staff.DutyRole;
import org.serviceledger.api.staff.StaffId;
import org.serviceledger.api.window.WindowId;
import org.serviceledger.api.window.WindowKind;
import org.serviceledger.fixtures.ItemEvents;
import org.serviceledger.fixtures.OrganizationEvents;
import org.serviceledger.fixtures.StaffEvents;
import org.serviceledger.fixtures.WindowEvents;

/** A county small enough to look at: its halls, windows, staff and items. */
final class CountyOnShow {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    static final OrganizationId COUNTY = OrganizationId.ofCode("320623");
    static final OrganizationId JUEGANG = OrganizationId.ofCode("320623001");

    /** A name that an attacker might enter. */
    static final String HOSTILE = "<script>alert(1)</script>";

    static final List<Shift> HOURS = List.of(
            new Shift("上午", LocalTime.of(8, 30), LocalTime.of(12, 0)),
            new Shift("下午", LocalTime.of(14, 0), LocalTime.of(17, 30)));
    static final WorkingDayCalendar CALENDAR = WorkingDayCalendar.empty()
            .with(
                    2026,
                    new WorkingDayCalendar.Year(
                            Map.of(LocalDate.of(2026, 10, 1), "国庆节", LocalDate.of(2026, 10, 2), "国庆节"),
                            Map.of(LocalDate.of(2026, 10, 10), "国庆节")))
            .with(2027, new WorkingDayCalendar.Year(Map.of(LocalDate.of(2027, 1, 1), "元旦"), Map.of()));

    private static final Instant FOUNDED = at(LocalDate.of(2026, 9, 1), 9, 0);
    private static final List<String> TOWNS =
            List.of("掘港街道", "城中街道", "苴镇街道", "栟茶镇", "洋口镇", "长沙镇", "大豫镇", "马塘镇", "丰利镇", "曹埠镇");
    private static final List<String> CODES = List.of(
            "320623001",
            "320623002",
            "320623003",
            "320623100",
            "320623101",
            "320623103",
            "320623104",
            "320623107",
            "320623108",
            "320623109");
    static final List<String> NAMES =
            List.of("周建国", "陈秀英", "沈晓燕", "顾海峰", "陆敏", "徐志强", "缪亚琴", "季永康", "丛林", "桑丽华", "管卫东", "康雪梅");

    private static final List<WindowKind> KINDS = List.of(WindowKind.values());

    private final LedgerOnShow ledger;

    CountyOnShow(LedgerOnShow ledger) {
        this.ledger = ledger;
    }

    static Instant at(LocalDate day, int hour, int minute) {
        return LocalDateTime.of(day, LocalTime.of(hour, minute))
                .atZone(WorkingDayCalendar.CHINA)
                .toInstant();
    }

    static StaffId staff(int number) {
        return StaffId.ofNumber("001-%02d".formatted(number));
    }

    static Actor actor(int number, ActorRole role) {
        return actor(number, role, null);
    }

    static Actor actor(int number, ActorRole role, Actor.@Nullable Person onBehalfOf) {
        return new Actor(
                staff(number).value(),
                NAMES.get(number - 1),
                role,
                role == ActorRole.APPROVER ? "分管副主任" : "窗口科员",
                WindowId.of(JUEGANG, 1 + (number - 1) / 2),
                JUEGANG,
                "民政条线",
                onBehalfOf);
    }

    void establish() {
        var by = Actor.system();
        ledger.add(
                COUNTY,
                OrganizationEvents.established()
                        .of(COUNTY)
                        .name("如东县政务服务管理办公室")
                        .kind(OrganizationKind.COUNTY_OFFICE)
                        .parent(null)
                        .address("掘港街道富春江路")
                        .phone("0513-80000000")
                        .by(by)
                        .at(FOUNDED)
                        .event());
        for (int i = 0; i < TOWNS.size(); i++) {
            hall(OrganizationId.ofCode(CODES.get(i)), TOWNS.get(i) + "为民服务中心", i == 0 ? 6 : 2 + i % 4);
        }
        for (int i = 1; i <= NAMES.size(); i++) {
            member(i);
        }
        items();
    }

    private void hall(OrganizationId id, String name, int windows) {
        var by = Actor.system();
        ledger.add(
                id,
                OrganizationEvents.established()
                        .of(id)
                        .name(name)
                        .parent(COUNTY)
                        .address(name.substring(0, 2) + "路 88 号")
                        .phone("0513-80000001")
                        .by(by)
                        .at(FOUNDED)
                        .event());
        ledger.add(
                id,
                OrganizationEvents.hallSurveyed()
                        .of(id)
                        .areaSquareMetres(420)
                        .zones(List.of("窗口服务区", "咨询服务区", "自助办理区", "等候休息区"))
                        .windows(windows)
                        .equipment(List.of("饮水机", "急救箱", "无障碍通道"))
                        .by(by)
                        .at(FOUNDED)
                        .event());
        ledger.add(
                id,
                OrganizationEvents.serviceHoursSet()
                        .of(id)
                        .shifts(HOURS)
                        .by(by)
                        .at(FOUNDED)
                        .event());
        ledger.add(
                id,
                OrganizationEvents.leaderAppointed()
                        .of(id)
                        .leader(new Actor.Person("staff-chief", "葛卫国"))
                        .from(LocalDate.of(2026, 1, 1))
                        .by(by)
                        .at(FOUNDED)
                        .event());
        ledger.add(
                id,
                OrganizationEvents.leaderAppointed()
                        .of(id)
                        .post(LeaderPost.DEPUTY)
                        .leader(new Actor.Person("staff-deputy", "吉红"))
                        .from(LocalDate.of(2026, 3, 1))
                        .by(by)
                        .at(FOUNDED)
                        .event());
        for (int number = 1; number <= windows; number++) {
            var window = WindowId.of(id, number);
            var kind = KINDS.get((number - 1) % KINDS.size());
            ledger.add(
                    window,
                    WindowEvents.setUp()
                            .of(window)
                            .organization(id)
                            .name(number + "号 " + kind.term())
                            .kind(kind)
                            .by(by)
                            .at(FOUNDED)
                            .event());
        }
    }

    private void member(int number) {
        var by = Actor.system();
        var id = staff(number);
        var name = NAMES.get(number - 1);
        var a = number % 2 == 1;
        ledger.add(
                id,
                StaffEvents.registered()
                        .of(id)
                        .name(name)
                        .organization(JUEGANG)
                        .post("窗口科员")
                        .department("民政条线")
                        .by(by)
                        .at(FOUNDED)
                        .event());
        ledger.add(
                id,
                StaffEvents.assigned()
                        .of(id)
                        .name(name)
                        .organization(JUEGANG)
                        .window(WindowId.of(JUEGANG, 1 + (number - 1) / 2))
                        .duty(a ? DutyRole.A : DutyRole.B)
                        .partner(staff(a ? number + 1 : number - 1))
                        .from(LocalDate.of(2026, 9, 1))
                        .by(by)
                        .at(FOUNDED)
                        .event());
    }

    private void items() {
        item(0, "营业执照核发（个体工商户）", "市场监督管理局", ServiceCategory.SOCIAL_MANAGEMENT, "市场准入", 3, 15, CaseKind.PROMISED);
        item(1, "最低生活保障申请", "民政局", ServiceCategory.PUBLIC_SERVICE, "社会救助", 10, 30, CaseKind.PROMISED);
        item(2, "老年优待证办理", "卫生健康委员会", ServiceCategory.PUBLIC_SERVICE, "老年服务", 1, null, CaseKind.INSTANT);
        item(3, "农村村民住宅用地审批", "自然资源和规划局", ServiceCategory.SOCIAL_MANAGEMENT, "住房建设", 8, 20, CaseKind.PROMISED);
        item(4, "农业机械购置补贴", "农业农村局", ServiceCategory.PRODUCTION, "农业生产", 5, 20, CaseKind.PROMISED);
        item(5, "法律援助申请初审", "司法局", ServiceCategory.SOCIAL_AFFAIRS, "法律服务", 2, 7, CaseKind.PROMISED);
        item(6, "居民用水开户", "水务集团", ServiceCategory.LIVING, "市政公共", 2, null, CaseKind.PROMISED);
        item(7, HOSTILE + "试验事项", "信息中心", ServiceCategory.LIVING, "市政公共", 2, null, CaseKind.PROMISED);
    }

    static ItemId itemId(int number) {
        return ItemId.ofCode("11320623MB0000000%d000000000000%02d".formatted(number, number));
    }

    private void item(
            int number,
            String name,
            String department,
            ServiceCategory category,
            String theme,
            int promised,
            @Nullable Integer legal,
            CaseKind kind) {
        var details = details(name, department, category, theme, promised, legal, kind);
        var id = itemId(number);
        ledger.add(
                id,
                ItemEvents.published()
                        .of(id)
                        .details(details)
                        .by(Actor.system())
                        .at(FOUNDED)
                        .event());
    }

    static ItemDetails details(
            String name,
            String department,
            ServiceCategory category,
            String theme,
            int promised,
            @Nullable Integer legal,
            CaseKind kind) {
        return new ItemDetails(
                name,
                "000131001000",
                ItemType.CONFIRMATION,
                "《社会救助暂行办法》第十一条；《江苏省行政许可事项清单》",
                ExerciseLevel.TOWN,
                department,
                category,
                theme,
                kind,
                legal == null ? null : TimeLimit.workingDays(legal),
                TimeLimit.workingDays(promised),
                WindowKind.LIVELIHOOD,
                List.of(Audience.NATURAL_PERSON, Audience.ENTERPRISE),
                List.of(Channel.WINDOW, Channel.WEB),
                List.of("本县户籍或持有居住证", "申请人具有完全民事行为能力"),
                List.of(
                        new ItemDetails.Material("居民身份证", 1, 1, true, "原件核对后退还"),
                        new ItemDetails.Material("申请表", 1, 0, true, null),
                        new ItemDetails.Material("委托书", 1, 0, false, "委托他人办理时")),
                List.of(
                        new ItemDetails.Step("承办", StepKind.HANDLE, TimeLimit.workingDays(1)),
                        new ItemDetails.Step("审核", StepKind.REVIEW, TimeLimit.workingDays(1)),
                        new ItemDetails.Step("批准", StepKind.APPROVE, null)),
                null,
                "办理结果通知书",
                "各镇（街道）为民服务中心",
                "工作日 08:30–12:00，14:00–17:30",
                "0513-80000002",
                "12345",
                true);
    }
}

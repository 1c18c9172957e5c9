package org.serviceledger.query.pages;

import static org.serviceledger.query.pages.CountyOnShow.CALENDAR;
import static org.serviceledger.query.pages.CountyOnShow.COUNTY;
import static org.serviceledger.query.pages.CountyOnShow.JUEGANG;
import static org.serviceledger.query.pages.CountyOnShow.TODAY;
import static org.serviceledger.query.pages.CountyOnShow.actor;
import static org.serviceledger.query.pages.CountyOnShow.at;
import static org.serviceledger.query.pages.CountyOnShow.staff;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.serviceledger.api.Actor;
import org.serviceledger.api.ActorRole;
import org.serviceledger.api.calendar.Deadline;
import org.serviceledger.api.calendar.TimeLimit;
import org.serviceledger.api.cases.Applicant;
import org.serviceledger.api.cases.CaseId;
import org.serviceledger.api.cases.DecisionChain;
import org.serviceledger.api.cases.TimeUsed;
import org.serviceledger.api.cases.Timeliness;
import org.serviceledger.api.evaluation.EvaluationId;
import org.serviceledger.api.evaluation.RatingLevel;
import org.serviceledger.api.imports.Attribute;
import org.serviceledger.api.imports.ImportId;
import org.serviceledger.api.imports.Provenance;
import org.serviceledger.api.item.Audience;
import org.serviceledger.api.item.CaseKind;
import org.serviceledger.api.item.ItemInForce;
import org.serviceledger.api.item.ServiceCategory;
import org.serviceledger.api.item.StepKind;
import org.serviceledger.api.staff.DutyRole;
import org.serviceledger.api.staffday.LeaveKind;
import org.serviceledger.api.staffday.StaffDayId;
import org.serviceledger.api.window.WindowId;
import org.serviceledger.api.windowday.WindowDayId;
import org.serviceledger.fixtures.CaseEvents;
import org.serviceledger.fixtures.EvaluationEvents;
import org.serviceledger.fixtures.StaffDayEvents;
import org.serviceledger.fixtures.WindowDayEvents;

/** What happened in the county's last weeks: cases, days, and one case with a long history. */
final class DaysOnShow {

    static final CaseId STORY = CaseId.ofNumber("3206230012026102600010");
    static final CaseId IMPORTED = CaseId.ofNumber("10011");
    static final CaseId HOSTILE = CaseId.ofNumber("3206230012026111900099");
    static final CaseId OPEN = CaseId.ofNumber("3206230012026112000088");
    static final String CODE = "246810";

    private static final List<String> TITLES =
            List.of("营业执照核发（个体工商户）", "最低生活保障申请", "老年优待证办理", "农村村民住宅用地审批", "农业机械购置补贴");
    private static final int[] PROMISED = {3, 10, 1, 8, 5};

    private final LedgerOnShow ledger;
    private final SplittableRandom random = new SplittableRandom(7);

    DaysOnShow(LedgerOnShow ledger) {
        this.ledger = ledger;
    }

    void happen() {
        for (var day = TODAY.minusDays(34); !day.isAfter(TODAY); day = day.plusDays(1)) {
            if (CALENDAR.isWorkingDay(day)) {
                staffDays(day);
                windowDays(day);
                for (int number = 1; number <= 3; number++) {
                    ordinary(day, number);
                }
            }
        }
        story();
        imported();
        hostile();
        begin(OPEN, "城乡居民养老保险参保登记", 1, 3, TODAY.minusDays(3), 9, "王桂兰");
    }

    private void ordinary(LocalDate day, int number) {
        int kind = random.nextInt(TITLES.size());
        int clerk = 1 + random.nextInt(12);
        var id = CaseId.ofNumber("320623001%s%05d".formatted(day.toString().replace("-", ""), number));
        var accepted = begin(id, TITLES.get(kind), kind, PROMISED[kind], day, 8 + number, "申请人" + number);
        var took = 1 + random.nextInt(PROMISED[kind] + (random.nextInt(9) == 0 ? 4 : 0));
        var finished = day;
        for (int i = 0; i < took; i++) {
            do {
                finished = finished.plusDays(1);
            } while (!CALENDAR.isWorkingDay(finished));
        }
        if (finished.isBefore(TODAY)) {
            end(id, accepted, clerk, finished, kind);
        }
    }

    /** Records a case up to its acceptance, and returns its promised deadline. */
    private Deadline begin(CaseId id, String title, int kind, int promised, LocalDate day, int hour, String applicant) {
        var clerk = actor(1 + kind % 12, ActorRole.CLERK);
        var item = ItemInForce.of(
                CountyOnShow.itemId(kind),
                1,
                CountyOnShow.details(
                        title,
                        "民政局",
                        ServiceCategory.PUBLIC_SERVICE,
                        "社会救助",
                        promised,
                        promised + 10,
                        CaseKind.PROMISED));
        ledger.add(
                id,
                CaseEvents.applied()
                        .of(id)
                        .item(item)
                        .applicant(new Applicant(applicant, Audience.NATURAL_PERSON, "居民身份证", "不登记", "130"))
                        .organization(JUEGANG)
                        .window(clerk.window())
                        .title(title)
                        .materials(List.of("居民身份证", "申请表"))
                        .progressCode(CODE)
                        .by(Actor.applicant(applicant))
                        .at(at(day, hour, 12))
                        .event());
        ledger.add(
                id,
                CaseEvents.received()
                        .of(id)
                        .receiptNumber("SJ-" + id.number())
                        .acceptanceDue(CALENDAR.deadline(at(day, hour, 15), TimeLimit.workingDays(5)))
                        .by(clerk)
                        .at(at(day, hour, 15))
                        .event());
        var accepted = CALENDAR.deadline(at(day, hour, 31), TimeLimit.workingDays(promised));
        ledger.add(
                id,
                CaseEvents.accepted()
                        .of(id)
                        .documentNumber("SL-" + id.number())
                        .promised(accepted)
                        .legal(CALENDAR.deadline(at(day, hour, 31), TimeLimit.workingDays(promised + 10)))
                        .by(clerk)
                        .at(at(day, hour, 31))
                        .event());
        return accepted;
    }

    private void end(CaseId id, Deadline promised, int clerk, LocalDate finished, int kind) {
        var handler = actor(clerk, ActorRole.HANDLER);
        var approver = actor(clerk % 12 + 1, ActorRole.APPROVER);
        step(id, "承办", StepKind.HANDLE, handler, at(finished, 9, 5), at(finished, 10, 20), promised);
        step(id, "批准", StepKind.APPROVE, approver, at(finished, 10, 40), at(finished, 11, 2), promised);
        finish(id, promised, handler, approver, at(finished, 11, 20), "材料较多，核对用时。");
        rate(id, kind, handler, at(finished, 15, 30), random.nextInt(10));
    }

    private void step(CaseId id, String name, StepKind kind, Actor by, Instant from, Instant to, Deadline due) {
        ledger.add(
                id,
                CaseEvents.stepStarted()
                        .of(id)
                        .step(name)
                        .kind(kind)
                        .due(due)
                        .by(by)
                        .at(from)
                        .event());
        ledger.add(
                id,
                CaseEvents.stepFinished()
                        .of(id)
                        .step(name)
                        .kind(kind)
                        .opinion("材料齐全，符合条件，同意。")
                        .due(due)
                        .used(new TimeUsed(
                                CALENDAR.workingDaysBetween(from, to),
                                Duration.between(from, to).toSeconds()))
                        .late(to.isAfter(due.due()))
                        .by(by)
                        .at(to)
                        .event());
    }

    private void finish(CaseId id, Deadline promised, Actor handler, Actor approver, Instant at, String lateReason) {
        ledger.add(
                id,
                CaseEvents.granted()
                        .of(id)
                        .documentNumber("JD-" + id.number())
                        .opinion("准予。")
                        .chain(new DecisionChain(handler, null, approver))
                        .by(approver)
                        .at(at.minusSeconds(600))
                        .event());
        var start = at(promised.from(), 9, 31);
        var late = !at.isBefore(promised.due());
        var used = CALENDAR.workingDaysBetween(start, at);
        ledger.add(
                id,
                CaseEvents.finished()
                        .of(id)
                        .used(new TimeUsed(used, Duration.between(start, at).toSeconds()))
                        .timeliness(
                                late
                                        ? Timeliness.LATE
                                        : used < promised.limit().value() ? Timeliness.EARLY : Timeliness.ON_TIME)
                        .overdueWorkingDays(late ? CALENDAR.workingDaysBetween(promised.due(), at) + 1 : 0)
                        .lateReason(late ? lateReason : null)
                        .by(handler)
                        .at(at)
                        .event());
        ledger.add(
                id,
                CaseEvents.resultIssued()
                        .of(id)
                        .resultName("办理结果通知书")
                        .resultNumber("东民〔2026〕" + id.number().substring(12))
                        .by(handler)
                        .at(at.plusSeconds(300))
                        .event());
        ledger.add(
                id,
                CaseEvents.delivered()
                        .of(id)
                        .recipient("本人")
                        .by(handler)
                        .at(at.plusSeconds(900))
                        .event());
    }

    private void rate(CaseId id, int kind, Actor served, Instant at, int luck) {
        var level = luck < 6
                ? RatingLevel.VERY_SATISFIED
                : luck < 8 ? RatingLevel.SATISFIED : RatingLevel.BASICALLY_SATISFIED;
        rated(id, kind, served, at, level, "办得快，讲得清楚。");
    }

    private void rated(CaseId id, int kind, Actor served, Instant at, RatingLevel level, String text) {
        var evaluation = EvaluationId.of(id);
        var item = CountyOnShow.itemId(kind);
        ledger.add(
                evaluation,
                EvaluationEvents.invited()
                        .of(evaluation)
                        .caseId(id)
                        .itemId(item)
                        .itemName(TITLES.get(kind))
                        .organization(JUEGANG)
                        .window(served.window())
                        .served(served)
                        .servedAt(at.minusSeconds(7200))
                        .at(at.minusSeconds(7200))
                        .event());
        ledger.add(
                evaluation,
                EvaluationEvents.serviceRated()
                        .of(evaluation)
                        .caseId(id)
                        .level(level)
                        .rater(null)
                        .details(List.of())
                        .text(text)
                        .itemId(item)
                        .itemName(TITLES.get(kind))
                        .organization(JUEGANG)
                        .window(served.window())
                        .served(served)
                        .contactDue(level.isBad() ? CALENDAR.deadline(at, TimeLimit.workingDays(1)) : null)
                        .by(Actor.applicant("申请人"))
                        .at(at)
                        .event());
    }

    /** A was absent and B did not take over in time. The case finished late, and the applicant rated it badly. */
    private void story() {
        var id = STORY;
        var day = LocalDate.of(2026, 10, 26);
        var promised = begin(id, "最低生活保障申请", 1, 5, day, 9, "吴秀珍");
        var first = actor(3, ActorRole.FIRST_ASKED);
        ledger.add(
                id,
                CaseEvents.firstAskedRecorded()
                        .of(id)
                        .by(first)
                        .at(at(day, 9, 13))
                        .event());
        ledger.add(
                id,
                CaseEvents.routed()
                        .of(id)
                        .departments(List.of("民政局"))
                        .by(actor(3, ActorRole.CLERK))
                        .at(at(day, 10, 2))
                        .event());
        step(
                id,
                "承办",
                StepKind.HANDLE,
                actor(3, ActorRole.HANDLER),
                at(day.plusDays(1), 9, 0),
                at(day.plusDays(2), 16, 40),
                promised);
        var absence = StaffDayId.of(staff(5), day.plusDays(7));
        ledger.add(
                absence,
                StaffDayEvents.absenceEstablished()
                        .of(absence)
                        .organization(JUEGANG)
                        .from(LocalTime.of(8, 30))
                        .to(LocalTime.of(17, 30))
                        .minutes(420)
                        .note("A角未到岗，B角未顶岗")
                        .by(actor(12, ActorRole.HALL_MANAGER))
                        .at(at(day.plusDays(7), 17, 40))
                        .event());
        var b = actor(6, ActorRole.REVIEWER, new Actor.Person(staff(5).value(), "陆敏"));
        step(id, "审核", StepKind.REVIEW, b, at(day.plusDays(3), 9, 0), at(day.plusDays(9), 11, 15), promised);
        step(
                id,
                "批准",
                StepKind.APPROVE,
                actor(10, ActorRole.APPROVER),
                at(day.plusDays(9), 14, 30),
                at(day.plusDays(10), 9, 20),
                promised);
        finish(
                id,
                promised,
                actor(3, ActorRole.HANDLER),
                actor(10, ActorRole.APPROVER),
                at(day.plusDays(10), 10, 5),
                "审核岗 A 角缺岗，B 角未及时接替。");
        rated(
                id,
                1,
                actor(3, ActorRole.HANDLER),
                at(day.plusDays(10), 16, 22),
                RatingLevel.DISSATISFIED,
                "说好五天，等了快两个星期，中间打电话没人接。");
        var evaluation = EvaluationId.of(id);
        var manager = actor(12, ActorRole.HALL_MANAGER);
        ledger.add(
                evaluation,
                EvaluationEvents.raterContacted()
                        .of(evaluation)
                        .caseId(id)
                        .finding("情况属实：审核岗无人接替")
                        .late(false)
                        .by(manager)
                        .at(at(day.plusDays(11), 9, 40))
                        .event());
        ledger.add(
                evaluation,
                EvaluationEvents.ratingRectified()
                        .of(evaluation)
                        .caseId(id)
                        .measures("明确 AB 角提前一天交接，缺岗即时顶岗")
                        .by(manager)
                        .at(at(day.plusDays(14), 15, 0))
                        .event(),
                Duration.ofHours(30));
        ledger.add(
                evaluation,
                EvaluationEvents.raterCalledBack()
                        .of(evaluation)
                        .caseId(id)
                        .answer("态度诚恳，认可整改")
                        .by(manager)
                        .at(at(day.plusDays(17), 10, 10))
                        .event());
    }

    private void imported() {
        var id = IMPORTED;
        var start = Instant.parse("2011-10-11T11:45:40Z");
        var by = new Actor("user-admin", "系统管理员", ActorRole.ADMINISTRATOR, null, null, COUNTY, null, null);
        ledger.add(
                id,
                CaseEvents.imported()
                        .of(id)
                        .provenance(new Provenance(
                                new ImportId("import-" + "ab".repeat(32)), "XES 1.0", "receipt.xes.gz", "case-10011"))
                        .startedAt(start)
                        .endedAt(start.plusSeconds(86_400 * 50L))
                        .dueAt(start.plusSeconds(86_400 * 56L))
                        .attributes(List.of(
                                new Attribute("concept:name", "string", "case-10011", List.of()),
                                new Attribute("channel", "string", "Internet", List.of())))
                        .organization(COUNTY)
                        .by(by)
                        .at(Instant.parse("2026-11-22T08:00:00Z"))
                        .event());
        var activities = List.of(
                "Confirmation of receipt",
                "T02 Check confirmation of receipt",
                "T04 Determine confirmation of receipt",
                "T05 Print and send confirmation of receipt");
        for (int i = 0; i < activities.size(); i++) {
            var resource = "Resource" + (21 - i);
            ledger.add(
                    id,
                    CaseEvents.importedActRecorded()
                            .of(id)
                            .ordinal(i)
                            .activity(activities.get(i))
                            .attributes(List.of(
                                    new Attribute("org:group", "string", "Group " + (i + 1), List.of()),
                                    new Attribute("concept:instance", "string", "task-4293" + i, List.of())))
                            .organization(COUNTY)
                            .by(new Actor(
                                    resource, resource, ActorRole.RESOURCE, null, null, null, "Group " + (i + 1), null))
                            .at(start.plusSeconds(86_400L * i * i))
                            .event(),
                    Duration.between(start.plusSeconds(86_400L * i * i), Instant.parse("2026-11-22T08:00:03Z")));
        }
    }

    private void hostile() {
        var day = LocalDate.of(2026, 11, 19);
        begin(HOSTILE, CountyOnShow.HOSTILE, 0, 3, day, 9, CountyOnShow.HOSTILE);
        ledger.add(
                HOSTILE,
                CaseEvents.correctedOnTheSpot()
                        .of(HOSTILE)
                        .correction(CountyOnShow.HOSTILE)
                        .by(new Actor(
                                "\"><img src=x onerror=alert(1)>",
                                CountyOnShow.HOSTILE,
                                ActorRole.CLERK,
                                null,
                                null,
                                JUEGANG,
                                null,
                                null))
                        .at(at(day, 9, 50))
                        .event());
    }

    private void staffDays(LocalDate day) {
        for (int number = 1; number <= 12; number++) {
            staffDay(number, day);
        }
    }

    private void staffDay(int number, LocalDate day) {
        var id = StaffDayId.of(staff(number), day);
        var by = actor(number, ActorRole.CLERK);
        var window = WindowId.of(JUEGANG, 1 + (number - 1) / 2);
        ledger.add(
                id,
                StaffDayEvents.rostered()
                        .of(id)
                        .name(by.name())
                        .organization(JUEGANG)
                        .window(window)
                        .duty(number % 2 == 1 ? DutyRole.A : DutyRole.B)
                        .partner(staff(number % 2 == 1 ? number + 1 : number - 1))
                        .shifts(CountyOnShow.HOURS)
                        .by(actor(12, ActorRole.HALL_MANAGER))
                        .at(at(day.minusDays(1), 16, 0))
                        .event());
        var luck = random.nextInt(40);
        if (luck == 0) {
            ledger.add(
                    id,
                    StaffDayEvents.leaveGranted()
                            .of(id)
                            .organization(JUEGANG)
                            .kind(LeaveKind.ANNUAL)
                            .from(LocalTime.of(8, 30))
                            .to(LocalTime.of(17, 30))
                            .reason("年休假")
                            .by(actor(12, ActorRole.HALL_MANAGER))
                            .at(at(day.minusDays(1), 15, 0))
                            .event());
            return;
        }
        if (number == 5 && day.equals(LocalDate.of(2026, 11, 2))) {
            return;
        }
        var late = luck == 1 ? 12 : 0;
        ledger.add(
                id,
                StaffDayEvents.checkedIn()
                        .of(id)
                        .organization(JUEGANG)
                        .lateMinutes(late)
                        .deviceTime(null)
                        .by(by)
                        .at(at(day, 8, 25).plusSeconds(60L * (late == 0 ? random.nextInt(5) : 17)))
                        .event());
        if (day.equals(TODAY)) {
            return;
        }
        ledger.add(
                id,
                StaffDayEvents.checkedOut()
                        .of(id)
                        .organization(JUEGANG)
                        .earlyMinutes(0)
                        .minutesServed(210)
                        .by(by)
                        .at(at(day, 12, 1))
                        .event());
        ledger.add(
                id,
                StaffDayEvents.checkedIn()
                        .of(id)
                        .organization(JUEGANG)
                        .shift("下午")
                        .lateMinutes(0)
                        .deviceTime(null)
                        .by(by)
                        .at(at(day, 13, 55))
                        .event());
        var early = luck == 2 ? 20 : 0;
        ledger.add(
                id,
                StaffDayEvents.checkedOut()
                        .of(id)
                        .organization(JUEGANG)
                        .shift("下午")
                        .earlyMinutes(early)
                        .minutesServed(215 - early)
                        .by(by)
                        .at(at(day, 17, early == 0 ? 31 : 10))
                        .event());
    }

    private void windowDays(LocalDate day) {
        var opened = new ArrayList<WindowDayId>();
        for (int number = 1; number <= 6; number++) {
            var id = WindowDayId.of(WindowId.of(JUEGANG, number), day);
            if (day.equals(TODAY) && number == 6) {
                continue;
            }
            ledger.add(
                    id,
                    WindowDayEvents.opened()
                            .of(id)
                            .by(actor(2 * number - 1, ActorRole.CLERK))
                            .at(at(day, 8, 31))
                            .event());
            opened.add(id);
        }
        if (day.equals(TODAY)) {
            ledger.add(
                    opened.get(2),
                    WindowDayEvents.paused()
                            .of(opened.get(2))
                            .reason("窗口人员取件，约十分钟")
                            .signShown(true)
                            .by(actor(5, ActorRole.CLERK))
                            .at(at(day, 9, 50))
                            .event());
        } else {
            opened.forEach(id -> ledger.add(
                    id,
                    WindowDayEvents.closed()
                            .of(id)
                            .by(actor(1, ActorRole.CLERK))
                            .at(at(day, 17, 32))
                            .event()));
        }
    }
}

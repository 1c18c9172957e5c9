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
import org.serviceledger.api.cases.CaseEvent.CaseAccepted;
import org.serviceledger.api.cases.CaseEvent.CaseApplied;
import org.serviceledger.api.cases.CaseEvent.CaseDelivered;
import org.serviceledger.api.cases.CaseEvent.CaseFinished;
import org.serviceledger.api.cases.CaseEvent.CaseGranted;
import org.serviceledger.api.cases.CaseEvent.CaseImported;
import org.serviceledger.api.cases.CaseEvent.CaseReceived;
import org.serviceledger.api.cases.CaseEvent.CaseRouted;
import org.serviceledger.api.cases.CaseEvent.CorrectedOnTheSpot;
import org.serviceledger.api.cases.CaseEvent.FirstAskedRecorded;
import org.serviceledger.api.cases.CaseEvent.ImportedActRecorded;
import org.serviceledger.api.cases.CaseEvent.ResultIssued;
import org.serviceledger.api.cases.CaseEvent.StepFinished;
import org.serviceledger.api.cases.CaseEvent.StepStarted;
import org.serviceledger.api.cases.CaseId;
import org.serviceledger.api.cases.CaseResult;
import org.serviceledger.api.cases.DecisionChain;
import org.serviceledger.api.cases.StepOutcome;
import org.serviceledger.api.cases.TimeUsed;
import org.serviceledger.api.cases.Timeliness;
import org.serviceledger.api.evaluation.EvaluationEvent.EvaluationInvited;
import org.serviceledger.api.evaluation.EvaluationEvent.RaterCalledBack;
import org.serviceledger.api.evaluation.EvaluationEvent.RaterContacted;
import org.serviceledger.api.evaluation.EvaluationEvent.RatingRectified;
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
import org.serviceledger.api.item.ItemInForce;
import org.serviceledger.api.item.ServiceCategory;
import org.serviceledger.api.item.StepKind;
import org.serviceledger.api.staff.DutyRole;
import org.serviceledger.api.staffday.LeaveKind;
import org.serviceledger.api.staffday.StaffDayEvent.AbsenceEstablished;
import org.serviceledger.api.staffday.StaffDayEvent.CheckedIn;
import org.serviceledger.api.staffday.StaffDayEvent.CheckedOut;
import org.serviceledger.api.staffday.StaffDayEvent.LeaveGranted;
import org.serviceledger.api.staffday.StaffDayEvent.Rostered;
import org.serviceledger.api.staffday.StaffDayId;
import org.serviceledger.api.window.WindowId;
import org.serviceledger.api.windowday.WindowDayEvent.WindowClosed;
import org.serviceledger.api.windowday.WindowDayEvent.WindowOpened;
import org.serviceledger.api.windowday.WindowDayEvent.WindowPaused;
import org.serviceledger.api.windowday.WindowDayId;

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
                new CaseApplied(
                        id,
                        item,
                        new Applicant(applicant, Audience.NATURAL_PERSON, "居民身份证", "不登记", "130"),
                        Channel.WINDOW,
                        JUEGANG,
                        clerk.window(),
                        title,
                        List.of("居民身份证", "申请表"),
                        false,
                        false,
                        CODE,
                        Actor.applicant(applicant),
                        at(day, hour, 12)));
        ledger.add(
                id,
                new CaseReceived(
                        id,
                        "SJ-" + id.number(),
                        CALENDAR.deadline(at(day, hour, 15), TimeLimit.workingDays(5)),
                        clerk,
                        at(day, hour, 15)));
        var accepted = CALENDAR.deadline(at(day, hour, 31), TimeLimit.workingDays(promised));
        ledger.add(
                id,
                new CaseAccepted(
                        id,
                        "SL-" + id.number(),
                        accepted,
                        CALENDAR.deadline(at(day, hour, 31), TimeLimit.workingDays(promised + 10)),
                        clerk,
                        at(day, hour, 31)));
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
        ledger.add(id, new StepStarted(id, name, kind, due, by, from));
        ledger.add(
                id,
                new StepFinished(
                        id,
                        name,
                        kind,
                        StepOutcome.PASSED,
                        "材料齐全，符合条件，同意。",
                        due,
                        new TimeUsed(
                                CALENDAR.workingDaysBetween(from, to),
                                Duration.between(from, to).toSeconds()),
                        to.isAfter(due.due()),
                        by,
                        to));
    }

    private void finish(CaseId id, Deadline promised, Actor handler, Actor approver, Instant at, String lateReason) {
        ledger.add(
                id,
                new CaseGranted(
                        id,
                        "JD-" + id.number(),
                        "准予。",
                        new DecisionChain(handler, null, approver),
                        approver,
                        at.minusSeconds(600)));
        var start = at(promised.from(), 9, 31);
        var late = !at.isBefore(promised.due());
        var used = CALENDAR.workingDaysBetween(start, at);
        ledger.add(
                id,
                new CaseFinished(
                        id,
                        CaseResult.GRANTED,
                        new TimeUsed(used, Duration.between(start, at).toSeconds()),
                        late
                                ? Timeliness.LATE
                                : used < promised.limit().value() ? Timeliness.EARLY : Timeliness.ON_TIME,
                        late ? CALENDAR.workingDaysBetween(promised.due(), at) + 1 : 0,
                        false,
                        late ? lateReason : null,
                        handler,
                        at));
        ledger.add(
                id,
                new ResultIssued(id, "办理结果通知书", "东民〔2026〕" + id.number().substring(12), handler, at.plusSeconds(300)));
        ledger.add(id, new CaseDelivered(id, "窗口领取", "本人", handler, at.plusSeconds(900)));
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
                new EvaluationInvited(
                        evaluation,
                        id,
                        item,
                        TITLES.get(kind),
                        JUEGANG,
                        served.window(),
                        served,
                        at.minusSeconds(7200),
                        Actor.system(),
                        at.minusSeconds(7200)));
        ledger.add(
                evaluation,
                new ServiceRated(
                        evaluation,
                        id,
                        1,
                        level,
                        RatingChannel.QR_CODE,
                        null,
                        List.of(),
                        text,
                        item,
                        TITLES.get(kind),
                        JUEGANG,
                        served.window(),
                        served,
                        level.isBad() ? CALENDAR.deadline(at, TimeLimit.workingDays(1)) : null,
                        Actor.applicant("申请人"),
                        at));
    }

    /** A was absent and B did not take over in time. The case finished late, and the applicant rated it badly. */
    private void story() {
        var id = STORY;
        var day = LocalDate.of(2026, 10, 26);
        var promised = begin(id, "最低生活保障申请", 1, 5, day, 9, "吴秀珍");
        var first = actor(3, ActorRole.FIRST_ASKED);
        ledger.add(id, new FirstAskedRecorded(id, first, at(day, 9, 13)));
        ledger.add(id, new CaseRouted(id, List.of("民政局"), false, actor(3, ActorRole.CLERK), at(day, 10, 2)));
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
                new AbsenceEstablished(
                        absence,
                        JUEGANG,
                        LocalTime.of(8, 30),
                        LocalTime.of(17, 30),
                        420,
                        false,
                        "A角未到岗，B角未顶岗",
                        actor(12, ActorRole.HALL_MANAGER),
                        at(day.plusDays(7), 17, 40)));
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
                new RaterContacted(evaluation, id, "情况属实：审核岗无人接替", false, manager, at(day.plusDays(11), 9, 40)));
        ledger.add(
                evaluation,
                new RatingRectified(evaluation, id, "明确 AB 角提前一天交接，缺岗即时顶岗", manager, at(day.plusDays(14), 15, 0)),
                Duration.ofHours(30));
        ledger.add(
                evaluation,
                new RaterCalledBack(evaluation, id, true, "态度诚恳，认可整改", manager, at(day.plusDays(17), 10, 10)));
    }

    private void imported() {
        var id = IMPORTED;
        var start = Instant.parse("2011-10-11T11:45:40Z");
        var by = new Actor("user-admin", "系统管理员", ActorRole.ADMINISTRATOR, null, null, COUNTY, null, null);
        ledger.add(
                id,
                new CaseImported(
                        id,
                        new Provenance(
                                new ImportId("import-" + "ab".repeat(32)), "XES 1.0", "receipt.xes.gz", "case-10011"),
                        "case-10011",
                        "General",
                        "Internet",
                        "Resource21",
                        start,
                        start.plusSeconds(86_400 * 50L),
                        start.plusSeconds(86_400 * 56L),
                        List.of(
                                new Attribute("concept:name", "string", "case-10011", List.of()),
                                new Attribute("channel", "string", "Internet", List.of())),
                        COUNTY,
                        by,
                        Instant.parse("2026-11-22T08:00:00Z")));
        var activities = List.of(
                "Confirmation of receipt",
                "T02 Check confirmation of receipt",
                "T04 Determine confirmation of receipt",
                "T05 Print and send confirmation of receipt");
        for (int i = 0; i < activities.size(); i++) {
            var resource = "Resource" + (21 - i);
            ledger.add(
                    id,
                    new ImportedActRecorded(
                            id,
                            i,
                            activities.get(i),
                            "complete",
                            List.of(
                                    new Attribute("org:group", "string", "Group " + (i + 1), List.of()),
                                    new Attribute("concept:instance", "string", "task-4293" + i, List.of())),
                            COUNTY,
                            new Actor(
                                    resource, resource, ActorRole.RESOURCE, null, null, null, "Group " + (i + 1), null),
                            start.plusSeconds(86_400L * i * i)),
                    Duration.between(start.plusSeconds(86_400L * i * i), Instant.parse("2026-11-22T08:00:03Z")));
        }
    }

    private void hostile() {
        var day = LocalDate.of(2026, 11, 19);
        begin(HOSTILE, CountyOnShow.HOSTILE, 0, 3, day, 9, CountyOnShow.HOSTILE);
        ledger.add(
                HOSTILE,
                new CorrectedOnTheSpot(
                        HOSTILE,
                        CountyOnShow.HOSTILE,
                        new Actor(
                                "\"><img src=x onerror=alert(1)>",
                                CountyOnShow.HOSTILE,
                                ActorRole.CLERK,
                                null,
                                null,
                                JUEGANG,
                                null,
                                null),
                        at(day, 9, 50)));
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
                new Rostered(
                        id,
                        by.name(),
                        JUEGANG,
                        window,
                        number % 2 == 1 ? DutyRole.A : DutyRole.B,
                        staff(number % 2 == 1 ? number + 1 : number - 1),
                        CountyOnShow.HOURS,
                        5,
                        actor(12, ActorRole.HALL_MANAGER),
                        at(day.minusDays(1), 16, 0)));
        var luck = random.nextInt(40);
        if (luck == 0) {
            ledger.add(
                    id,
                    new LeaveGranted(
                            id,
                            JUEGANG,
                            LeaveKind.ANNUAL,
                            LocalTime.of(8, 30),
                            LocalTime.of(17, 30),
                            "年休假",
                            actor(12, ActorRole.HALL_MANAGER),
                            at(day.minusDays(1), 15, 0)));
            return;
        }
        if (number == 5 && day.equals(LocalDate.of(2026, 11, 2))) {
            return;
        }
        var late = luck == 1 ? 12 : 0;
        ledger.add(
                id,
                new CheckedIn(
                        id,
                        JUEGANG,
                        "上午",
                        late,
                        null,
                        by,
                        at(day, 8, 25).plusSeconds(60L * (late == 0 ? random.nextInt(5) : 17))));
        if (day.equals(TODAY)) {
            return;
        }
        ledger.add(id, new CheckedOut(id, JUEGANG, "上午", 0, 210, null, by, at(day, 12, 1)));
        ledger.add(id, new CheckedIn(id, JUEGANG, "下午", 0, null, by, at(day, 13, 55)));
        var early = luck == 2 ? 20 : 0;
        ledger.add(
                id, new CheckedOut(id, JUEGANG, "下午", early, 215 - early, null, by, at(day, 17, early == 0 ? 31 : 10)));
    }

    private void windowDays(LocalDate day) {
        var opened = new ArrayList<WindowDayId>();
        for (int number = 1; number <= 6; number++) {
            var id = WindowDayId.of(WindowId.of(JUEGANG, number), day);
            if (day.equals(TODAY) && number == 6) {
                continue;
            }
            ledger.add(id, new WindowOpened(id, actor(2 * number - 1, ActorRole.CLERK), at(day, 8, 31)));
            opened.add(id);
        }
        if (day.equals(TODAY)) {
            ledger.add(
                    opened.get(2),
                    new WindowPaused(opened.get(2), "窗口人员取件，约十分钟", true, actor(5, ActorRole.CLERK), at(day, 9, 50)));
        } else {
            opened.forEach(id -> ledger.add(id, new WindowClosed(id, actor(1, ActorRole.CLERK), at(day, 17, 32))));
        }
    }
}

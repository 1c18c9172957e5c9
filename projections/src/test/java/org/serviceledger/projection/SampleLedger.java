package org.serviceledger.projection;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;
import org.serviceledger.api.ActorRole;
import org.serviceledger.api.LedgerEvent;
import org.serviceledger.api.calendar.CalendarEvent;
import org.serviceledger.api.calendar.CalendarId;
import org.serviceledger.api.calendar.Deadline;
import org.serviceledger.api.calendar.TimeLimit;
import org.serviceledger.api.cases.Applicant;
import org.serviceledger.api.cases.CaseEvent.AcceptanceRefused;
import org.serviceledger.api.cases.CaseEvent.CaseAccepted;
import org.serviceledger.api.cases.CaseEvent.CaseApplied;
import org.serviceledger.api.cases.CaseEvent.CaseDeemedAccepted;
import org.serviceledger.api.cases.CaseEvent.CaseDelivered;
import org.serviceledger.api.cases.CaseEvent.CaseDenied;
import org.serviceledger.api.cases.CaseEvent.CaseExtended;
import org.serviceledger.api.cases.CaseEvent.CaseFinished;
import org.serviceledger.api.cases.CaseEvent.CaseGranted;
import org.serviceledger.api.cases.CaseEvent.CaseImported;
import org.serviceledger.api.cases.CaseEvent.CaseReceived;
import org.serviceledger.api.cases.CaseEvent.CaseResumed;
import org.serviceledger.api.cases.CaseEvent.CaseRouted;
import org.serviceledger.api.cases.CaseEvent.CaseSupplemented;
import org.serviceledger.api.cases.CaseEvent.CaseSuspended;
import org.serviceledger.api.cases.CaseEvent.CaseTerminated;
import org.serviceledger.api.cases.CaseEvent.CaseWithdrawn;
import org.serviceledger.api.cases.CaseEvent.CorrectedOnTheSpot;
import org.serviceledger.api.cases.CaseEvent.FirstAskedRecorded;
import org.serviceledger.api.cases.CaseEvent.ImportedActRecorded;
import org.serviceledger.api.cases.CaseEvent.ObjectionRaised;
import org.serviceledger.api.cases.CaseEvent.ResultIssued;
import org.serviceledger.api.cases.CaseEvent.SpecialProcedureEnded;
import org.serviceledger.api.cases.CaseEvent.SpecialProcedureStarted;
import org.serviceledger.api.cases.CaseEvent.StepFinished;
import org.serviceledger.api.cases.CaseEvent.StepStarted;
import org.serviceledger.api.cases.CaseEvent.SupplementRequested;
import org.serviceledger.api.cases.CaseId;
import org.serviceledger.api.cases.CaseResult;
import org.serviceledger.api.cases.DecisionChain;
import org.serviceledger.api.cases.SpecialProcedure;
import org.serviceledger.api.cases.StepOutcome;
import org.serviceledger.api.cases.TimeUsed;
import org.serviceledger.api.cases.Timeliness;
import org.serviceledger.api.evaluation.EvaluationEvent.EvaluationInvited;
import org.serviceledger.api.evaluation.EvaluationEvent.RaterCalledBack;
import org.serviceledger.api.evaluation.EvaluationEvent.RaterContacted;
import org.serviceledger.api.evaluation.EvaluationEvent.RatingAppealDecided;
import org.serviceledger.api.evaluation.EvaluationEvent.RatingAppealed;
import org.serviceledger.api.evaluation.EvaluationEvent.RatingRectified;
import org.serviceledger.api.evaluation.EvaluationEvent.ServiceRated;
import org.serviceledger.api.evaluation.EvaluationId;
import org.serviceledger.api.evaluation.RatingChannel;
import org.serviceledger.api.evaluation.RatingLevel;
import org.serviceledger.api.imports.Attribute;
import org.serviceledger.api.imports.ImportEvent;
import org.serviceledger.api.imports.ImportId;
import org.serviceledger.api.imports.Provenance;
import org.serviceledger.api.item.Audience;
import org.serviceledger.api.item.CaseKind;
import org.serviceledger.api.item.Channel;
import org.serviceledger.api.item.ExerciseLevel;
import org.serviceledger.api.item.ItemDetails;
import org.serviceledger.api.item.ItemEvent.ItemCancelled;
import org.serviceledger.api.item.ItemEvent.ItemPublished;
import org.serviceledger.api.item.ItemEvent.ItemResumed;
import org.serviceledger.api.item.ItemEvent.ItemRevised;
import org.serviceledger.api.item.ItemEvent.ItemSuspended;
import org.serviceledger.api.item.ItemId;
import org.serviceledger.api.item.ItemInForce;
import org.serviceledger.api.item.ItemType;
import org.serviceledger.api.item.ServiceCategory;
import org.serviceledger.api.item.StepKind;
import org.serviceledger.api.log.LogEvent;
import org.serviceledger.api.log.LogYearId;
import org.serviceledger.api.organization.LeaderPost;
import org.serviceledger.api.organization.OrganizationEvent.HallSurveyed;
import org.serviceledger.api.organization.OrganizationEvent.LeaderAppointed;
import org.serviceledger.api.organization.OrganizationEvent.OrganizationEstablished;
import org.serviceledger.api.organization.OrganizationEvent.ServiceHoursSet;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.organization.OrganizationKind;
import org.serviceledger.api.organization.Shift;
import org.serviceledger.api.staff.DutyRole;
import org.serviceledger.api.staff.StaffEvent.StaffAssigned;
import org.serviceledger.api.staff.StaffEvent.StaffLeft;
import org.serviceledger.api.staff.StaffEvent.StaffRegistered;
import org.serviceledger.api.staff.StaffId;
import org.serviceledger.api.staffday.LeaveKind;
import org.serviceledger.api.staffday.StaffDayEvent.AbsenceEstablished;
import org.serviceledger.api.staffday.StaffDayEvent.CheckedIn;
import org.serviceledger.api.staffday.StaffDayEvent.CheckedOut;
import org.serviceledger.api.staffday.StaffDayEvent.HandedOver;
import org.serviceledger.api.staffday.StaffDayEvent.Inspected;
import org.serviceledger.api.staffday.StaffDayEvent.LeaveGranted;
import org.serviceledger.api.staffday.StaffDayEvent.Rostered;
import org.serviceledger.api.staffday.StaffDayId;
import org.serviceledger.api.window.WindowEvent.WindowRetired;
import org.serviceledger.api.window.WindowEvent.WindowSetUp;
import org.serviceledger.api.window.WindowId;
import org.serviceledger.api.window.WindowKind;
import org.serviceledger.api.windowday.ExtraService;
import org.serviceledger.api.windowday.WindowDayEvent.ExtraHoursServed;
import org.serviceledger.api.windowday.WindowDayEvent.WindowClosed;
import org.serviceledger.api.windowday.WindowDayEvent.WindowOpened;
import org.serviceledger.api.windowday.WindowDayEvent.WindowPaused;
import org.serviceledger.api.windowday.WindowDayEvent.WindowResumed;
import org.serviceledger.api.windowday.WindowDayId;
import org.serviceledger.projection.cases.CodeHasher;
import org.serviceledger.projection.engine.Document;
import org.serviceledger.projection.engine.ReadModel;
import org.serviceledger.projection.engine.RecordedEvent;

/** The vocabulary of read-model tests, and one history with every kind of event. */
public final class SampleLedger {

    public static final CodeHasher CODES =
            new CodeHasher("a key for tests, of 32 bytes or so".getBytes(StandardCharsets.UTF_8));

    public static final LocalDate DAY = LocalDate.of(2026, 4, 16);
    public static final OrganizationId TOWN = OrganizationId.ofCode("320623100");
    public static final WindowId WINDOW = WindowId.of(TOWN, 3);
    public static final WindowDayId WINDOW_DAY = WindowDayId.of(WINDOW, DAY);
    public static final StaffId WANG = StaffId.ofNumber("1001");
    public static final StaffDayId WANGS_DAY = StaffDayId.of(WANG, DAY);
    public static final CaseId CASE = CaseId.ofNumber("320623100-20260416-0001");
    public static final EvaluationId EVALUATION = EvaluationId.of(CASE);
    public static final ItemId ITEM = ItemId.ofCode("11320623MB000000014000104002000");
    public static final Actor CLERK = new Actor(WANG.value(), "王小红", ActorRole.CLERK, "窗口岗", WINDOW, TOWN, "民政办", null);
    public static final Actor B_FOR_A = new Actor(
            "staff-1002", "李明", ActorRole.HANDLER, "民政岗", WINDOW, TOWN, "民政办", new Actor.Person(WANG.value(), "王小红"));
    public static final Actor APPLICANT = Actor.applicant("张三");

    private SampleLedger() {}

    /** Returns the instant of this China time on the sample's day. */
    public static Instant at(String time) {
        return Instant.parse(DAY + "T" + time + ":00+08:00");
    }

    public static Deadline deadline(int workingDays, String due) {
        return new Deadline(
                DAY,
                TimeLimit.workingDays(workingDays),
                0,
                LocalDate.parse(due.substring(0, 10)),
                Instant.parse(due),
                List.of(),
                "sample",
                1);
    }

    public static final Deadline PROMISED = deadline(5, "2026-04-23T16:00:00Z");
    public static final Deadline LEGAL = deadline(20, "2026-05-18T16:00:00Z");

    public static ItemDetails details(String name) {
        return new ItemDetails(
                name,
                "000104002000",
                ItemType.LICENCE,
                "个体工商户条例",
                ExerciseLevel.TOWN,
                "市场监管局",
                ServiceCategory.SOCIAL_MANAGEMENT,
                "市场准入",
                CaseKind.PROMISED,
                TimeLimit.workingDays(20),
                TimeLimit.workingDays(5),
                WindowKind.SPECIALISED,
                List.of(Audience.NATURAL_PERSON),
                List.of(Channel.WINDOW, Channel.WEB),
                List.of("有固定经营场所"),
                List.of(new ItemDetails.Material("身份证", 1, 1, true, null)),
                List.of(new ItemDetails.Step("审查", StepKind.REVIEW, TimeLimit.workingDays(2))),
                null,
                "营业执照",
                "三楼",
                null,
                "0513-84100000",
                "12345",
                true);
    }

    public static CaseApplied applied(CaseId caseId) {
        return new CaseApplied(
                caseId,
                ItemInForce.of(ITEM, 1, details("个体工商户营业执照办理")),
                new Applicant("张三", Audience.NATURAL_PERSON, "居民身份证", "320623198001010011", "13800000000"),
                Channel.WINDOW,
                TOWN,
                WINDOW,
                "张三的营业执照",
                List.of("身份证"),
                false,
                false,
                "8F3K2M",
                APPLICANT,
                at("09:00"));
    }

    public static ServiceRated rated(RatingLevel level, int number) {
        return new ServiceRated(
                EVALUATION,
                CASE,
                number,
                level,
                RatingChannel.QR_CODE,
                new Applicant("张三", Audience.NATURAL_PERSON, null, null, null),
                List.of("502"),
                "等候太久",
                ITEM,
                "个体工商户营业执照办理",
                TOWN,
                WINDOW,
                CLERK,
                deadline(1, "2026-04-17T16:00:00Z"),
                APPLICANT,
                at("17:00"));
    }

    public static CaseFinished finished(Timeliness timeliness, int overdue) {
        return new CaseFinished(
                CASE,
                CaseResult.GRANTED,
                new TimeUsed(7, 604_800),
                timeliness,
                overdue,
                false,
                "系统故障",
                B_FOR_A,
                at("16:00"));
    }

    /** Returns every kind of event at least once, in an order that is possible. */
    public static List<LedgerEvent> everything() {
        var events = new ArrayList<LedgerEvent>();
        events.addAll(places());
        events.addAll(item());
        events.addAll(days());
        events.addAll(aCase());
        events.addAll(anEvaluation());
        events.addAll(anImport());
        events.addAll(theLog());
        return events;
    }

    private static List<LedgerEvent> places() {
        return List.of(
                new CalendarEvent.YearPublished(
                        new CalendarId("calendar-cn"),
                        2026,
                        1,
                        Map.of(DAY, "节"),
                        Map.of(),
                        "国办通知",
                        Actor.system(),
                        at("08:00")),
                new OrganizationEstablished(
                        TOWN,
                        "栟茶镇为民服务中心",
                        OrganizationKind.TOWN_CENTRE,
                        OrganizationId.ofCode("320623"),
                        "栟茶镇1号",
                        null,
                        CLERK,
                        at("08:00")),
                new HallSurveyed(TOWN, 800, List.of("等候区"), 12, List.of("叫号机"), CLERK, at("08:00")),
                new ServiceHoursSet(
                        TOWN,
                        List.of(new Shift("上午", LocalTime.of(8, 30), LocalTime.of(12, 0))),
                        5,
                        CLERK,
                        at("08:00")),
                new LeaderAppointed(
                        TOWN, LeaderPost.CHIEF, new Actor.Person("staff-1", "陈主任"), DAY, CLERK, at("08:00")),
                new WindowSetUp(WINDOW, TOWN, "3号窗口", WindowKind.SPECIALISED, CLERK, at("08:00")),
                new WindowSetUp(WindowId.of(TOWN, 4), TOWN, "4号窗口", WindowKind.ADVICE, CLERK, at("08:00")),
                new WindowRetired(WindowId.of(TOWN, 4), TOWN, "合并", CLERK, at("08:01")),
                new StaffRegistered(WANG, "王小红", TOWN, "窗口岗", ActorRole.CLERK, "民政办", CLERK, at("08:00")),
                new StaffAssigned(
                        WANG, "王小红", TOWN, WINDOW, DutyRole.A, StaffId.ofNumber("1002"), DAY, CLERK, at("08:00")),
                new StaffLeft(StaffId.ofNumber("1003"), "赵四", TOWN, DAY, CLERK, at("08:00")));
    }

    private static List<LedgerEvent> item() {
        return List.of(
                new ItemPublished(ITEM, 1, details("个体工商户营业执照办理"), CLERK, at("08:00")),
                new ItemRevised(ITEM, 2, details("个体工商户营业执照核发"), CLERK, at("08:10")),
                new ItemSuspended(ITEM, "系统升级", CLERK, at("08:20")),
                new ItemResumed(ITEM, CLERK, at("08:30")),
                new ItemCancelled(ITEM, "下放", CLERK, at("08:30")));
    }

    private static List<LedgerEvent> days() {
        return List.of(
                new Rostered(
                        WANGS_DAY,
                        "王小红",
                        TOWN,
                        WINDOW,
                        DutyRole.A,
                        StaffId.ofNumber("1002"),
                        List.of(new Shift("上午", LocalTime.of(8, 30), LocalTime.of(12, 0))),
                        5,
                        CLERK,
                        at("08:00")),
                new CheckedIn(WANGS_DAY, TOWN, "上午", 7, at("08:37"), CLERK, at("08:42")),
                new HandedOver(
                        WANGS_DAY,
                        TOWN,
                        new Actor.Person(WANG.value(), "王小红"),
                        new Actor.Person("staff-1002", "李明"),
                        LocalTime.of(10, 0),
                        LocalTime.of(11, 0),
                        CLERK,
                        at("10:00")),
                new LeaveGranted(
                        WANGS_DAY,
                        TOWN,
                        LeaveKind.OFFICIAL,
                        LocalTime.of(10, 0),
                        LocalTime.of(11, 0),
                        "开会",
                        CLERK,
                        at("10:00")),
                new AbsenceEstablished(
                        WANGS_DAY,
                        TOWN,
                        LocalTime.of(11, 0),
                        LocalTime.of(11, 40),
                        40,
                        false,
                        "离岗",
                        CLERK,
                        at("11:45")),
                new Inspected(WANGS_DAY, TOWN, true, false, true, "未佩戴工牌", CLERK, at("11:50")),
                new CheckedOut(WANGS_DAY, TOWN, "上午", 3, 150, null, CLERK, at("11:52")),
                new WindowOpened(WINDOW_DAY, CLERK, at("08:45")),
                new WindowPaused(WINDOW_DAY, "取件", false, CLERK, at("09:30")),
                new WindowResumed(WINDOW_DAY, B_FOR_A, at("09:45")),
                new ExtraHoursServed(WINDOW_DAY, ExtraService.NOON, B_FOR_A, at("12:10")),
                new WindowClosed(WINDOW_DAY, B_FOR_A, at("12:30")));
    }

    private static List<LedgerEvent> aCase() {
        var chain = new DecisionChain(B_FOR_A, CLERK, CLERK.as(ActorRole.APPROVER));
        var other = CaseId.ofNumber("320623100-20260416-0002");
        return List.of(
                applied(CASE),
                new FirstAskedRecorded(CASE, CLERK.as(ActorRole.FIRST_ASKED), at("09:01")),
                new CaseReceived(CASE, "收字1号", PROMISED, CLERK, at("09:05")),
                new CorrectedOnTheSpot(CASE, "补签名", CLERK, at("09:06")),
                new SupplementRequested(CASE, List.of("租赁合同"), "补字1号", PROMISED, CLERK, at("09:10")),
                new CaseSupplemented(CASE, List.of("租赁合同"), APPLICANT, at("10:00")),
                new CaseAccepted(CASE, "受字1号", PROMISED, LEGAL, CLERK, at("10:10")),
                new CaseRouted(CASE, List.of("市场监管局"), false, CLERK, at("10:11")),
                new StepStarted(CASE, "审查", StepKind.REVIEW, PROMISED, B_FOR_A, at("10:20")),
                new SpecialProcedureStarted(CASE, SpecialProcedure.HEARING, 3, "利害关系人要求", "听字1号", B_FOR_A, at("10:30")),
                new SpecialProcedureEnded(
                        CASE, SpecialProcedure.HEARING, "无异议", 2, PROMISED, LEGAL, B_FOR_A, at("11:00")),
                new CaseSuspended(CASE, "等待上级", B_FOR_A, at("11:10")),
                new CaseResumed(CASE, 1, PROMISED, LEGAL, B_FOR_A, at("11:20")),
                new CaseExtended(CASE, 5, "情况复杂", PROMISED, LEGAL, B_FOR_A, at("11:30")),
                new ObjectionRaised(CASE, "审查意见", "不同意", CLERK, at("11:40")),
                new StepFinished(
                        CASE,
                        "审查",
                        StepKind.REVIEW,
                        StepOutcome.PASSED,
                        "同意",
                        PROMISED,
                        new TimeUsed(2, 7200),
                        true,
                        B_FOR_A,
                        at("14:00")),
                new CaseGranted(CASE, "准字1号", "准予", chain, CLERK.as(ActorRole.APPROVER), at("15:00")),
                finished(Timeliness.LATE, 2),
                new ResultIssued(CASE, "营业执照", "92320623MA00000001", CLERK, at("16:10")),
                new CaseDelivered(CASE, "窗口领取", "张三", CLERK, at("16:30")),
                applied(other),
                new CaseDeemedAccepted(other, at("09:05"), PROMISED, LEGAL, Actor.system(), at("16:00")),
                new CaseDenied(other, "否字1号", "不符合条件", "可申请复议", chain, CLERK, at("16:10")),
                applied(CaseId.ofNumber("3")),
                new AcceptanceRefused(CaseId.ofNumber("3"), "不受字1号", "非本机关职权", CLERK, at("09:20")),
                applied(CaseId.ofNumber("4")),
                new CaseWithdrawn(CaseId.ofNumber("4"), "不办了", APPLICANT, at("09:20")),
                applied(CaseId.ofNumber("5")),
                new CaseTerminated(CaseId.ofNumber("5"), "主体注销", CLERK, at("09:20")));
    }

    private static List<LedgerEvent> anEvaluation() {
        return List.of(
                new EvaluationInvited(
                        EVALUATION,
                        CASE,
                        ITEM,
                        "个体工商户营业执照办理",
                        TOWN,
                        WINDOW,
                        CLERK,
                        at("16:30"),
                        Actor.system(),
                        at("16:30")),
                rated(RatingLevel.DISSATISFIED, 1),
                new RaterContacted(EVALUATION, CASE, "等候过久属实", true, CLERK, at("17:30")),
                new RatingRectified(EVALUATION, CASE, "增开窗口", CLERK, at("17:40")),
                new RaterCalledBack(EVALUATION, CASE, true, "满意", CLERK, at("17:50")),
                new RatingAppealed(EVALUATION, CASE, "误评", CLERK, at("18:00")),
                new RatingAppealDecided(EVALUATION, CASE, false, "不予排除", CLERK, at("18:10")));
    }

    private static List<LedgerEvent> anImport() {
        var caseId = CaseId.ofNumber("case-10011");
        var importId = ImportId.ofDigest("0".repeat(64));
        var resource = new Actor("Resource21", "Resource21", ActorRole.RESOURCE, null, null, TOWN, "Group 1", null);
        return List.of(
                new ImportEvent.ImportBegun(importId, "receipt.xes.gz", "XES 1.0", List.of(), CLERK, at("08:00")),
                new CaseImported(
                        caseId,
                        new Provenance(importId, "XES 1.0", "receipt.xes.gz", "case-10011"),
                        "case-10011",
                        "General",
                        "Internet",
                        "Resource21",
                        Instant.parse("2011-10-11T11:42:22Z"),
                        Instant.parse("2011-10-20T11:42:22Z"),
                        Instant.parse("2011-12-06T11:41:31Z"),
                        List.of(new Attribute("case:channel", "string", "Internet", List.of())),
                        TOWN,
                        CLERK,
                        at("08:00")),
                new ImportedActRecorded(
                        caseId,
                        0,
                        "Confirmation of receipt",
                        "complete",
                        List.of(new Attribute(
                                "org:group", "string", "Group 1", List.of(new Attribute("k", "int", "1", List.of())))),
                        TOWN,
                        resource,
                        Instant.parse("2011-10-11T11:45:40Z")),
                new ImportEvent.ImportCompleted(importId, 1, 1, 0, CLERK, at("08:01")));
    }

    private static List<LedgerEvent> theLog() {
        var year = new LogYearId("log-2026");
        return List.of(
                new LogEvent.KeyRotated(
                        year, "log.example+1+a", "log.example+2+b", 12, "statement", CLERK, at("08:02")),
                new LogEvent.CheckpointAnchored(
                        year, DAY, "log.example", 12, "root", "note", Actor.system(), at("08:03")));
    }

    /** Returns the events at positions from 0. */
    public static List<RecordedEvent> recorded(List<? extends LedgerEvent> events) {
        var recorded = new ArrayList<RecordedEvent>();
        for (var event : events) {
            recorded.add(recorded(event, recorded.size()));
        }
        return recorded;
    }

    public static RecordedEvent recorded(LedgerEvent event, long position) {
        return new RecordedEvent(
                event, position, event.occurredAt().plusSeconds(1), "stream", position, "event-" + position);
    }

    /** Returns the one document that these events fold into. */
    public static <D extends Document> D folded(ReadModel<D> model, LedgerEvent... events) {
        @Nullable D document = null;
        for (var event : recorded(List.of(events))) {
            if (model.documentId(event) != null) {
                document = model.after(document, event);
            }
        }
        if (document == null) {
            throw new AssertionError("these events leave no document");
        }
        return document;
    }
}

package org.serviceledger.app.demonstration;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.serviceledger.api.Actor;
import org.serviceledger.api.ActorRole;
import org.serviceledger.api.LedgerCommand;
import org.serviceledger.api.cases.Applicant;
import org.serviceledger.api.cases.CaseId;
import org.serviceledger.api.evaluation.EvaluationCommand.Appeal;
import org.serviceledger.api.evaluation.EvaluationCommand.CallBack;
import org.serviceledger.api.evaluation.EvaluationCommand.Contact;
import org.serviceledger.api.evaluation.EvaluationCommand.DecideAppeal;
import org.serviceledger.api.evaluation.EvaluationCommand.Rate;
import org.serviceledger.api.evaluation.EvaluationCommand.Rectify;
import org.serviceledger.api.evaluation.EvaluationId;
import org.serviceledger.api.evaluation.RatingChannel;
import org.serviceledger.api.evaluation.RatingLevel;
import org.serviceledger.api.item.Audience;
import org.serviceledger.api.item.Channel;
import org.serviceledger.api.staff.StaffId;
import org.serviceledger.app.demonstration.Presence.Day;
import org.serviceledger.app.demonstration.StaffedHall.Member;

/**
 * The one case worth tracing, {@code case-320623107-GL-0001}: an old-age allowance (高龄津贴) asked for in 马塘镇 at the
 * livelihood window, promised in five working days.
 *
 * <p>Its A, 张晓燕, takes the case and begins to handle it. Two days later she leaves at 09:40 without leave and puts up no
 * sign; the day after she does not come at all. 陈建国, posted as her B, is in the hall on both days and never takes over;
 * the window stays empty. The case is finished nine working days after its acceptance, four late. The applicant rates it
 * 非常不满意 under her name and is contacted two working days later than the rules allow. The rating is rectified; 张晓燕
 * appeals, the county's supervisor refuses; the applicant is called back.
 */
record Story(List<LocalDate> days, DemonstratedDays period) {

    static final CaseId CASE = CaseId.ofNumber("320623107-GL-0001");

    private static final String HALL = "320623107";
    private static final StaffId A = StaffId.ofNumber(HALL + "-01");
    private static final StaffId B = StaffId.ofNumber(HALL + "-70");
    private static final int BEGINS_ON = 2;
    private static final int LASTS = 16;
    private static final int LEAVES_ON = 2;
    private static final int STAYS_AWAY_ON = 3;

    private static final Applicant APPLICANT =
            new Applicant("样例·吴桂英", Audience.NATURAL_PERSON, "居民身份证", "32062319380704014Y", "000-0038-0704");

    Story {
        days = List.copyOf(days);
    }

    static Story in(DemonstratedDays period) {
        return new Story(period.days().subList(BEGINS_ON, BEGINS_ON + LASTS), period);
    }

    static Optional<String> nameOf(StaffId id) {
        if (id.equals(A)) {
            return Optional.of("张晓燕");
        }
        return id.equals(B) ? Optional.of("陈建国") : Optional.empty();
    }

    /** The day of a person in the story; empty for everybody else, whose days are random. */
    Optional<Day> dayOf(Member member, LocalDate day) {
        if (!member.hall().code().equals(HALL) || !days.contains(day) || !isInvolved(member)) {
            return Optional.empty();
        }
        if (member.id().equals(A) && day.equals(days.get(LEAVES_ON))) {
            return Optional.of(new Day.Missing(LocalTime.of(9, 40)));
        }
        if (member.id().equals(A) && day.equals(days.get(STAYS_AWAY_ON))) {
            return Optional.of(new Day.Missing(null));
        }
        return Optional.of(new Day.Present(
                LocalTime.of(8, 24, 30), LocalTime.of(12, 3, 20), LocalTime.of(13, 52, 10), LocalTime.of(17, 36, 5)));
    }

    List<LedgerCommand> commands(County county, List<Item> items, Presence attendance) {
        var hall = county.hall(HALL);
        var allowance = items.stream()
                .filter(item -> item.details().name().equals("高龄津贴发放"))
                .findFirst()
                .orElseThrow();
        var script = new CaseScript(
                CASE,
                hall,
                hall.windows().getFirst(),
                allowance,
                APPLICANT,
                days.getFirst().atTime(9, 12, 30),
                attendance,
                period);
        theCase(script);
        theRating(script, hall, county.supervisor());
        return script.commands();
    }

    private void theCase(CaseScript script) {
        script.applied(Channel.WINDOW, false, false)
                .after(2)
                .firstAsked()
                .after(4)
                .received();
        script.after(9).accepted().after(16).routed();
        script.on(days.get(0), LocalTime.of(14, 20)).stepStarted(Item.HANDLE);
        script.on(days.get(7), LocalTime.of(15, 45)).stepFinished(Item.HANDLE, "材料真实，符合高龄津贴发放条件");
        script.after(12).stepStarted(Item.REVIEW);
        script.on(days.get(8), LocalTime.of(10, 5)).stepFinished(Item.REVIEW, "同意；承办环节超期，请说明原因");
        script.after(25).stepStarted(Item.APPROVE);
        script.on(days.get(9), LocalTime.of(9, 30)).stepFinished(Item.APPROVE, "同意");
        script.after(6).granted();
        script.after(20).finished("经办人缺岗两日，B角未补岗，承办环节超期");
    }

    private void theRating(CaseScript script, StaffedHall hall, Actor supervisor) {
        var id = EvaluationId.of(CASE);
        var manager = hall.manager().at(null);
        var rated = script.clerk();
        Ratings.invite(script);
        script.on(days.get(9), LocalTime.of(10, 20)).issued().after(3).delivered("窗口领取");
        script.on(days.get(9), LocalTime.of(19, 26, 40));
        script.add(new Rate(
                id,
                RatingLevel.VERY_DISSATISFIED,
                RatingChannel.SMS,
                false,
                List.of("服务效率", "服务态度"),
                "说好五个工作日，跑了三趟，两次窗口都没有人，也没有牌子，问隔壁说不归他管。",
                Actor.applicant(APPLICANT.name()),
                script.now()));
        script.on(days.get(12), LocalTime.of(9, 50));
        script.add(new Contact(id, "情况属实：窗口无人值守两日，B角未补岗", manager, script.now()));
        script.on(days.get(13), LocalTime.of(11, 15));
        script.add(new Rectify(id, "对当事人批评教育，责令检查；明确AB角补岗责任，窗口无人须摆放“暂停服务”牌；津贴自申请当月补发", manager, script.now()));
        script.on(days.get(13), LocalTime.of(16, 10));
        script.add(new Appeal(id, "当日系家中急事，且案件最终已办结，请求不计入评价", rated, script.now()));
        script.on(days.get(14), LocalTime.of(10, 40));
        script.add(new DecideAppeal(
                id, false, "未请假、未交接，窗口无人且未公示，评价属实，不予剔除", supervisor.as(ActorRole.SUPERVISOR), script.now()));
        script.on(days.get(14), LocalTime.of(15, 5));
        script.add(new CallBack(id, true, "津贴已到账，对整改认可", manager, script.now()));
    }

    private static boolean isInvolved(Member member) {
        return member.id().equals(A) || member.id().equals(B) || Integer.parseInt(number(member)) >= 80;
    }

    private static String number(Member member) {
        return member.id().number().substring(HALL.length() + 1);
    }
}

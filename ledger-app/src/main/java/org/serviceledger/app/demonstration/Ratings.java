package org.serviceledger.app.demonstration;

import java.time.LocalTime;
import java.util.List;
import org.serviceledger.api.Actor;
import org.serviceledger.api.cases.CaseCommand;
import org.serviceledger.api.evaluation.EvaluationCommand.CallBack;
import org.serviceledger.api.evaluation.EvaluationCommand.Contact;
import org.serviceledger.api.evaluation.EvaluationCommand.Invite;
import org.serviceledger.api.evaluation.EvaluationCommand.Rate;
import org.serviceledger.api.evaluation.EvaluationCommand.Rectify;
import org.serviceledger.api.evaluation.EvaluationId;
import org.serviceledger.api.evaluation.RatingChannel;
import org.serviceledger.api.evaluation.RatingLevel;

/** Generates the evaluation of a finished case: whether it is rated, how, and what a bad rating leads to. */
final class Ratings {

    private static final List<RatingChannel> CHANNELS = List.of(
            RatingChannel.HALL_TABLET,
            RatingChannel.QR_CODE,
            RatingChannel.MOBILE,
            RatingChannel.SMS,
            RatingChannel.WEB);

    private static final List<RatingLevel> LEVELS = List.of(
            RatingLevel.VERY_SATISFIED,
            RatingLevel.SATISFIED,
            RatingLevel.BASICALLY_SATISFIED,
            RatingLevel.DISSATISFIED,
            RatingLevel.VERY_DISSATISFIED);

    private static final List<String> PRAISE = List.of("", "", "", "办事很快", "态度很好", "讲解清楚，一次办成", "方便");
    private static final List<String> COMPLAINTS = List.of("等候时间太长", "材料要求前后说法不一", "窗口没有人，问了几处才办成", "态度生硬", "跑了三趟");

    private Ratings() {}

    /** Rates about half of all cases; {@code late} ones get worse ratings. */
    static void rate(CaseScript script, Chance chance, boolean late) {
        invite(script);
        if (!chance.in(0.55)) {
            return;
        }
        var level = late ? lateLevel(chance) : level(chance);
        var named = chance.in(0.7);
        script.after(chance.between(3, 40));
        script.add(new Rate(
                EvaluationId.of(script.id()),
                level,
                chance.of(CHANNELS),
                !named,
                level.isBad() ? List.of("服务效率") : List.of(),
                chance.of(level.isBad() ? COMPLAINTS : PRAISE),
                named ? Actor.applicant(script.applicant().name()) : Actor.applicant("匿名"),
                script.now()));
        if (level.isBad()) {
            followUp(script, chance, named);
        }
    }

    /** Invites to rate right after the case is finished. The person who finished it invites. */
    static void invite(CaseScript script) {
        var finish = (CaseCommand) script.commands().getLast();
        script.add(new Invite(EvaluationId.of(script.id()), finish.by(), script.now()));
    }

    private static void followUp(CaseScript script, Chance chance, boolean named) {
        var id = EvaluationId.of(script.id());
        var manager = script.hall().manager().at(null);
        if (named) {
            script.afterDays(chance.in(0.85) ? 1 : 2, clock(chance));
            script.add(new Contact(id, chance.in(0.8) ? "情况属实" : "部分属实", manager, script.now()));
        }
        script.afterDays(chance.between(1, 4), clock(chance));
        script.add(new Rectify(id, "约谈当事人，调整窗口值守，向当事人说明", manager, script.now()));
        script.afterDays(chance.between(1, 3), clock(chance));
        script.add(new CallBack(id, chance.in(0.85), "对处理结果表示认可", manager, script.now()));
    }

    private static RatingLevel level(Chance chance) {
        return LEVELS.get(chance.weighted(700, 210, 65, 18, 7));
    }

    private static RatingLevel lateLevel(Chance chance) {
        return LEVELS.get(chance.weighted(20, 25, 25, 20, 10));
    }

    private static LocalTime clock(Chance chance) {
        return LocalTime.of(9, 0).plusMinutes(chance.between(0, 150));
    }
}

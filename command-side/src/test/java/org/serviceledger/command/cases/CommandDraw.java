package org.serviceledger.command.cases;

import static org.serviceledger.command.Examples.*;
import static org.serviceledger.command.cases.CaseHistory.CASE;

import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;
import org.serviceledger.api.ActorRole;
import org.serviceledger.api.calendar.LimitUnit;
import org.serviceledger.api.calendar.TimeLimit;
import org.serviceledger.api.cases.CaseCommand;
import org.serviceledger.api.cases.SpecialProcedure;
import org.serviceledger.api.cases.StepOutcome;
import org.serviceledger.api.imports.ImportId;
import org.serviceledger.api.imports.ImportedAct;
import org.serviceledger.api.imports.Provenance;
import org.serviceledger.api.item.Channel;
import org.serviceledger.api.item.StepKind;

/** Draws random commands on a case, whether they make sense or not. */
record CommandDraw(SplittableRandom random) {

    private static final List<Actor> PEOPLE = List.of(CLERK, HANDLER, REVIEWER, APPROVER);
    private static final List<String> STEPS = List.of("承办", "审核", "批准");
    private static final int KINDS = 26;

    CaseCommand next(Instant at) {
        var by = pick(PEOPLE);
        return switch (random.nextInt(KINDS)) {
            case 0, 1 -> apply(at);
            case 2 -> new CaseCommand.Receive(CASE, "SJ-1", by, at);
            case 3 -> intake(by, at);
            case 4, 5 -> new CaseCommand.Accept(CASE, "SL-1", by, at);
            case 6 -> new CaseCommand.DeemAccepted(CASE, Actor.system(), at);
            case 7 -> new CaseCommand.Route(CASE, List.of("民政局", "残联"), random.nextBoolean(), by, at);
            case 8, 9, 10 ->
                new CaseCommand.StartStep(CASE, pick(STEPS), pick(List.of(StepKind.values())), limit(), by, at);
            case 11, 12, 13 ->
                new CaseCommand.FinishStep(CASE, pick(STEPS), pick(List.of(StepOutcome.values())), "意见", by, at);
            case 14 ->
                new CaseCommand.StartSpecialProcedure(
                        CASE, SpecialProcedure.TESTING, random.nextInt(6), words(), words(), by, at);
            case 15 -> new CaseCommand.EndSpecialProcedure(CASE, "完成", by, at);
            case 16 -> new CaseCommand.Suspend(CASE, words(), by, at);
            case 17 -> new CaseCommand.Resume(CASE, by, at);
            case 18 -> new CaseCommand.Extend(CASE, random.nextInt(18), words(), by, at);
            case 19 -> new CaseCommand.Grant(CASE, "JD-1", "同意", by, at);
            case 20 -> new CaseCommand.Deny(CASE, "JD-2", words(), words(), by, at);
            case 21, 22 -> new CaseCommand.Finish(CASE, words(), by, at);
            case 23 -> new CaseCommand.IssueResult(CASE, "证书", null, by, at);
            case 24 -> new CaseCommand.Deliver(CASE, "快递", "张三", by, at);
            default -> rare(by, at);
        };
    }

    private CaseCommand intake(Actor by, Instant at) {
        return switch (random.nextInt(5)) {
            case 0 -> new CaseCommand.RecordFirstAsked(CASE, by, at);
            case 1 -> new CaseCommand.CorrectOnTheSpot(CASE, "更正", by, at);
            case 2 -> new CaseCommand.Supplement(CASE, List.of("户口簿"), CITIZEN, at);
            case 3 ->
                new CaseCommand.RequestSupplement(
                        CASE,
                        List.of(words()),
                        "BZ-1",
                        new TimeLimit(random.nextInt(9), LimitUnit.WORKING_DAY),
                        by,
                        at);
            default -> new CaseCommand.RaiseObjection(CASE, "指示", words(), by, at);
        };
    }

    private CaseCommand rare(Actor by, Instant at) {
        return switch (random.nextInt(12)) {
            case 0 -> new CaseCommand.Withdraw(CASE, "", CITIZEN, at);
            case 1 -> new CaseCommand.Terminate(CASE, words(), by, at);
            case 2 -> new CaseCommand.RefuseAcceptance(CASE, "BSL-1", words(), by, at);
            case 3, 4, 5 -> imported(at);
            default -> new CaseCommand.RecordFirstAsked(CASE, by, at);
        };
    }

    private CaseCommand.Apply apply(Instant at) {
        return new CaseCommand.Apply(
                CASE,
                ITEM,
                APPLICANT,
                Channel.WINDOW,
                TOWN,
                WINDOW,
                "低保申请",
                List.of(),
                true,
                false,
                "731905",
                CITIZEN,
                at);
    }

    private CaseCommand.ImportCase imported(Instant at) {
        var resource = Actor.applicant("Resource1").as(ActorRole.RESOURCE);
        var act = new ImportedAct(random.nextInt(3), "T02", null, resource, Instant.EPOCH, List.of());
        var file = new Provenance(ImportId.ofDigest("c".repeat(64)), "XES 1.0", "log.xes", "case-1");
        return new CaseCommand.ImportCase(
                CASE, file, "1", null, null, null, null, null, null, List.of(), List.of(act), COUNTY, ADMIN, at);
    }

    private String words() {
        return random.nextInt(6) == 0 ? " " : "说明";
    }

    private @Nullable TimeLimit limit() {
        return random.nextBoolean() ? null : new TimeLimit(random.nextInt(4), LimitUnit.HOUR);
    }

    private <T> T pick(List<T> any) {
        return any.get(random.nextInt(any.size()));
    }
}

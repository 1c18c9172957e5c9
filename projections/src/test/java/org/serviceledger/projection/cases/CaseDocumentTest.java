package org.serviceledger.projection.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.serviceledger.projection.SampleLedger.*;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceledger.api.Actor;
import org.serviceledger.api.ActorRole;
import org.serviceledger.api.LedgerEvent;
import org.serviceledger.api.cases.CaseEvent;
import org.serviceledger.api.cases.CaseEvent.AcceptanceRefused;
import org.serviceledger.api.cases.CaseEvent.CaseAccepted;
import org.serviceledger.api.cases.CaseEvent.CaseDelivered;
import org.serviceledger.api.cases.CaseEvent.CaseGranted;
import org.serviceledger.api.cases.CaseEvent.CaseReceived;
import org.serviceledger.api.cases.CaseEvent.CaseSuspended;
import org.serviceledger.api.cases.CaseEvent.CaseTerminated;
import org.serviceledger.api.cases.CaseEvent.CaseWithdrawn;
import org.serviceledger.api.cases.CaseEvent.SpecialProcedureEnded;
import org.serviceledger.api.cases.CaseEvent.SpecialProcedureStarted;
import org.serviceledger.api.cases.CaseEvent.SupplementRequested;
import org.serviceledger.api.cases.CaseResult;
import org.serviceledger.api.cases.DecisionChain;
import org.serviceledger.api.cases.SpecialProcedure;
import org.serviceledger.api.cases.Timeliness;
import org.serviceledger.api.evaluation.EvaluationEvent.RatingAppealDecided;
import org.serviceledger.api.evaluation.RatingLevel;
import org.serviceledger.projection.SampleLedger;

class CaseDocumentTest {

    private static final Cases CASES = new Cases(SampleLedger.CODES);
    private static final CaseAccepted ACCEPTED = new CaseAccepted(CASE, "受字1号", PROMISED, LEGAL, CLERK, at("10:10"));
    private static final SpecialProcedureStarted HEARING =
            new SpecialProcedureStarted(CASE, SpecialProcedure.HEARING, 3, "要求", "听字1号", B_FOR_A, at("10:30"));
    private static final SpecialProcedureEnded HEARD =
            new SpecialProcedureEnded(CASE, SpecialProcedure.HEARING, "无异议", 2, LEGAL, LEGAL, B_FOR_A, at("11:00"));
    private static final CaseGranted GRANTED = new CaseGranted(
            CASE, "准字1号", "准予", new DecisionChain(B_FOR_A, null, CLERK), CLERK.as(ActorRole.APPROVER), at("15:00"));

    static Stream<Arguments> stages() {
        return Stream.of(
                stage(CaseStage.APPLIED, true, false),
                stage(CaseStage.RECEIVED, true, false, new CaseReceived(CASE, "收字1号", PROMISED, CLERK, at("09:05"))),
                stage(
                        CaseStage.SUPPLEMENTING,
                        true,
                        false,
                        new SupplementRequested(CASE, List.of("合同"), "补字1号", PROMISED, CLERK, at("09:10"))),
                stage(CaseStage.ACCEPTED, true, true, ACCEPTED),
                stage(CaseStage.SPECIAL_PROCEDURE, true, false, ACCEPTED, HEARING),
                stage(CaseStage.IN_PROGRESS, true, true, ACCEPTED, HEARING, HEARD),
                stage(CaseStage.SUSPENDED, true, false, ACCEPTED, new CaseSuspended(CASE, "等", CLERK, at("11:00"))),
                stage(CaseStage.DECIDED, true, true, ACCEPTED, GRANTED),
                stage(CaseStage.FINISHED, false, false, ACCEPTED, GRANTED, finished(Timeliness.ON_TIME, 0)),
                stage(
                        CaseStage.DELIVERED,
                        false,
                        false,
                        ACCEPTED,
                        GRANTED,
                        finished(Timeliness.ON_TIME, 0),
                        new CaseDelivered(CASE, "窗口领取", "张三", CLERK, at("16:30"))),
                stage(CaseStage.REFUSED, false, false, new AcceptanceRefused(CASE, "不受字1号", "非职权", CLERK, at("09:20"))),
                stage(CaseStage.WITHDRAWN, false, false, new CaseWithdrawn(CASE, "不办了", APPLICANT, at("09:20"))),
                stage(
                        CaseStage.TERMINATED,
                        false,
                        false,
                        ACCEPTED,
                        new CaseTerminated(CASE, "主体注销", CLERK, at("10:20"))));
    }

    private static Arguments stage(CaseStage state, boolean open, boolean clockRunning, CaseEvent... events) {
        return Arguments.of(state, open, clockRunning, List.of(events));
    }

    @ParameterizedTest
    @MethodSource("stages")
    void standsWhereItsLatestEventLeftIt(CaseStage state, boolean open, boolean clockRunning, List<CaseEvent> events) {
        var document = afterApplication(events.toArray(CaseEvent[]::new));

        assertThat(document.state()).isEqualTo(state);
        assertThat(document.open()).isEqualTo(open);
        assertThat(document.clockRunning()).isEqualTo(clockRunning);
        assertThat(document.acts()).isEqualTo(events.size() + 1);
        assertThat(document.position()).isEqualTo(events.size());
    }

    @Test
    void takesItsItemAndPlaceFromTheApplication() {
        var document = afterApplication();

        assertThat(document.number()).isEqualTo("320623100-20260416-0001");
        assertThat(document.itemName()).isEqualTo("个体工商户营业执照办理");
        assertThat(document.organizationPath()).containsExactly("320623", "320623100");
        assertThat(document.progressCodeHash()).isEqualTo(SampleLedger.CODES.hash(CASE, "8F3K2M"));
        assertThat(document.people()).as("the applicant is no staff").isEmpty();
    }

    @Test
    void aSpecialProcedureMovesTheDeadlines() {
        var document = afterApplication(ACCEPTED, HEARING, HEARD);

        assertThat(document.promisedDue()).isEqualTo(LEGAL.due());
        assertThat(document.deductedWorkingDays()).isEqualTo(2);
    }

    @Test
    void whoHandledTheDecisionIsResponsibleThoughAnotherSignedIt() {
        assertThat(afterApplication(ACCEPTED).handler()).isEqualTo(new Actor.Person("staff-1001", "王小红"));
        assertThat(afterApplication(ACCEPTED, GRANTED).handler()).isEqualTo(new Actor.Person("staff-1002", "李明"));
    }

    @Test
    void keepsHowItStandsAgainstItsLimits() {
        var document = afterApplication(ACCEPTED, GRANTED, finished(Timeliness.LATE, 2));

        assertThat(document.result()).isEqualTo(CaseResult.GRANTED);
        assertThat(document.timeliness()).isEqualTo(Timeliness.LATE);
        assertThat(document.overdueWorkingDays()).isEqualTo(2);
        assertThat(document.usedWorkingDays()).isEqualTo(7);
        assertThat(document.elapsedSeconds()).isEqualTo(604_800);
        assertThat(document.reason()).isEqualTo("系统故障");
    }

    @Test
    void theFirstRatingStandsAndABadOneIsNeverForgotten() {
        var document =
                folded(CASES, applied(CASE), rated(RatingLevel.SATISFIED, 1), rated(RatingLevel.VERY_DISSATISFIED, 2));

        assertThat(document.rating()).isEqualTo(RatingLevel.SATISFIED);
        assertThat(document.badlyRated()).isTrue();
        assertThat(document.ratingExcluded()).isFalse();
    }

    @Test
    void anExcludedRatingStaysVisible() {
        var document = folded(
                CASES,
                applied(CASE),
                rated(RatingLevel.DISSATISFIED, 1),
                new RatingAppealDecided(EVALUATION, CASE, true, "误评", CLERK, at("18:10")));

        assertThat(document.rating()).isEqualTo(RatingLevel.DISSATISFIED);
        assertThat(document.ratingExcluded()).isTrue();
    }

    @Test
    void anImportedCaseHasItsFilesTimesAndProvenance() {
        var document = folded(CASES, importOf("case-10011"));

        assertThat(document.imported()).isTrue();
        assertThat(document.title()).isEqualTo("case-10011");
        assertThat(document.state()).isEqualTo(CaseStage.FINISHED);
        assertThat(document.elapsedSeconds()).isEqualTo(9 * 24 * 3600);
        assertThat(document.timeliness()).isEqualTo(Timeliness.EARLY);
        assertThat(document.handler()).isEqualTo(new Actor.Person("Resource21", "Resource21"));
        assertThat(document.lastActAt()).isEqualTo("2011-10-11T11:45:40Z");
    }

    @Test
    void aCaseThatNeverBeganIsAnError() {
        assertThatIllegalStateException()
                .isThrownBy(() -> folded(CASES, ACCEPTED))
                .withMessageContaining("CaseAccepted at position 0");
    }

    private static CaseDocument afterApplication(CaseEvent... events) {
        var all = new ArrayList<LedgerEvent>(List.of(applied(CASE)));
        all.addAll(List.of(events));
        return folded(CASES, all.toArray(LedgerEvent[]::new));
    }

    private static LedgerEvent[] importOf(String number) {
        return SampleLedger.everything().stream()
                .filter(event ->
                        event instanceof CaseEvent of && of.caseId().number().equals(number))
                .toArray(LedgerEvent[]::new);
    }
}

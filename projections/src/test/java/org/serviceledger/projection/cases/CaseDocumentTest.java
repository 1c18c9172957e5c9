package org.serviceledger.projection.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.serviceledger.fixtures.Sample.*;
import static org.serviceledger.projection.SampleLedger.*;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceledger.api.Actor;
import org.serviceledger.api.LedgerEvent;
import org.serviceledger.api.cases.CaseEvent;
import org.serviceledger.api.cases.CaseEvent.CaseAccepted;
import org.serviceledger.api.cases.CaseEvent.CaseGranted;
import org.serviceledger.api.cases.CaseEvent.SpecialProcedureEnded;
import org.serviceledger.api.cases.CaseEvent.SpecialProcedureStarted;
import org.serviceledger.api.cases.CaseResult;
import org.serviceledger.api.cases.DecisionChain;
import org.serviceledger.api.cases.Timeliness;
import org.serviceledger.api.evaluation.RatingLevel;
import org.serviceledger.fixtures.CaseEvents;
import org.serviceledger.fixtures.EvaluationEvents;
import org.serviceledger.projection.SampleLedger;

class CaseDocumentTest {

    private static final Cases CASES = new Cases(SampleLedger.CODES);
    private static final CaseAccepted ACCEPTED = CaseEvents.accepted().event();
    private static final SpecialProcedureStarted HEARING =
            CaseEvents.specialProcedureStarted().reason("要求").event();
    private static final SpecialProcedureEnded HEARD =
            CaseEvents.specialProcedureEnded().promised(LEGAL).event();
    private static final CaseGranted GRANTED =
            CaseEvents.granted().chain(new DecisionChain(B_FOR_A, null, CLERK)).event();

    static Stream<Arguments> stages() {
        return Stream.of(
                stage(CaseStage.APPLIED, true, false),
                stage(CaseStage.RECEIVED, true, false, CaseEvents.received().event()),
                stage(
                        CaseStage.SUPPLEMENTING,
                        true,
                        false,
                        CaseEvents.supplementRequested().missing(List.of("合同")).event()),
                stage(CaseStage.ACCEPTED, true, true, ACCEPTED),
                stage(CaseStage.SPECIAL_PROCEDURE, true, false, ACCEPTED, HEARING),
                stage(CaseStage.IN_PROGRESS, true, true, ACCEPTED, HEARING, HEARD),
                stage(
                        CaseStage.SUSPENDED,
                        true,
                        false,
                        ACCEPTED,
                        CaseEvents.suspended()
                                .reason("等")
                                .by(CLERK)
                                .at(at("11:00"))
                                .event()),
                stage(CaseStage.DECIDED, true, true, ACCEPTED, GRANTED),
                stage(CaseStage.FINISHED, false, false, ACCEPTED, GRANTED, finished(Timeliness.ON_TIME, 0)),
                stage(
                        CaseStage.DELIVERED,
                        false,
                        false,
                        ACCEPTED,
                        GRANTED,
                        finished(Timeliness.ON_TIME, 0),
                        CaseEvents.delivered().event()),
                stage(
                        CaseStage.REFUSED,
                        false,
                        false,
                        CaseEvents.acceptanceRefused().reasons("非职权").event()),
                stage(CaseStage.WITHDRAWN, false, false, CaseEvents.withdrawn().event()),
                stage(
                        CaseStage.TERMINATED,
                        false,
                        false,
                        ACCEPTED,
                        CaseEvents.terminated().at(at("10:20")).event()));
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
                EvaluationEvents.ratingAppealDecided()
                        .excluded(true)
                        .reasons("误评")
                        .event());

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

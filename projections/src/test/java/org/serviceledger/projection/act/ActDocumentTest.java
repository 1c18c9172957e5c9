package org.serviceledger.projection.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.serviceledger.fixtures.Sample.*;
import static org.serviceledger.projection.SampleLedger.*;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceledger.api.LedgerEvent;
import org.serviceledger.api.cases.CaseEvent.ImportedActRecorded;
import org.serviceledger.api.cases.CaseEvent.StepFinished;
import org.serviceledger.api.cases.StepOutcome;
import org.serviceledger.api.cases.TimeUsed;
import org.serviceledger.api.cases.Timeliness;
import org.serviceledger.api.evaluation.RatingLevel;
import org.serviceledger.api.staffday.StaffDayEvent.AbsenceEstablished;
import org.serviceledger.fixtures.CaseEvents;
import org.serviceledger.fixtures.StaffDayEvents;
import org.serviceledger.fixtures.WindowDayEvents;
import org.serviceledger.projection.SampleLedger;
import org.serviceledger.words.Language;

class ActDocumentTest {

    private static final Acts ACTS = new Acts();

    static Stream<Arguments> deviations() {
        return Stream.of(
                deviates(finished(Timeliness.LATE, 1), Deviation.LATE),
                deviates(finished(Timeliness.ON_TIME, 0)),
                deviates(step(StepOutcome.PASSED, true), Deviation.LATE),
                deviates(step(StepOutcome.RETURNED, false), Deviation.STEP_RETURNED),
                deviates(step(StepOutcome.PASSED, false)),
                deviates(
                        CaseEvents.deemedAccepted()
                                .since(at("09:00"))
                                .legal(null)
                                .by(CLERK)
                                .at(at("10:00"))
                                .event(),
                        Deviation.NO_NOTICE_IN_TIME),
                deviates(rated(RatingLevel.VERY_DISSATISFIED, 1), Deviation.BAD_RATING),
                deviates(rated(RatingLevel.BASICALLY_SATISFIED, 1)),
                deviates(StaffDayEvents.checkedIn().deviceTime(null).event(), Deviation.LATE_CHECK_IN),
                deviates(StaffDayEvents.checkedIn()
                        .lateMinutes(0)
                        .deviceTime(null)
                        .at(at("08:20"))
                        .event()),
                deviates(StaffDayEvents.checkedOut().at(at("11:57")).event(), Deviation.EARLY_LEAVE),
                deviates(absence(false), Deviation.ABSENT_UNCOVERED),
                deviates(absence(true), Deviation.ABSENT_COVERED),
                deviates(
                        StaffDayEvents.inspected()
                                .uniform(false)
                                .badge(true)
                                .atPost(false)
                                .note(null)
                                .at(at("10:00"))
                                .event(),
                        Deviation.NOT_AT_POST,
                        Deviation.DRESS_OR_BADGE),
                deviates(WindowDayEvents.paused().at(at("10:00")).event(), Deviation.PAUSED_WITHOUT_SIGN),
                deviates(
                        WindowDayEvents.paused().signShown(true).at(at("10:00")).event()));
    }

    private static Arguments deviates(LedgerEvent event, Deviation... deviations) {
        return Arguments.of(event, List.of(deviations));
    }

    private static StepFinished step(StepOutcome outcome, boolean late) {
        return CaseEvents.stepFinished().outcome(outcome).late(late).event();
    }

    private static AbsenceEstablished absence(boolean covered) {
        return StaffDayEvents.absenceEstablished().covered(covered).event();
    }

    @ParameterizedTest
    @MethodSource("deviations")
    void namesWhatIsNotAsItShouldBe(LedgerEvent event, List<Deviation> deviations) {
        assertThat(folded(ACTS, event).deviations()).isEqualTo(deviations);
    }

    @Test
    void saysWhoInWhichCapacityForWhomAndWhere() {
        var act = folded(ACTS, step(StepOutcome.PASSED, true));

        assertThat(act.type()).isEqualTo("case.step-finished");
        assertThat(act.term()).isEqualTo("环节完成");
        assertThat(act.person()).isEqualTo("staff-1002");
        assertThat(act.onBehalfOf()).isEqualTo("staff-1001");
        assertThat(act.post()).isEqualTo("民政岗");
        assertThat(act.window()).isEqualTo(WINDOW);
        assertThat(act.organizationPath()).containsExactly("320623", "320623100");
        assertThat(act.caseId()).isEqualTo(CASE);
        assertThat(act.subject()).isEqualTo("case");
    }

    @Test
    void isWrittenInChineseWhateverIsSpoken() {
        var act = Language.ENGLISH.<ActDocument, RuntimeException>speaking(
                () -> folded(ACTS, finished(Timeliness.LATE, 1)));

        assertThat(act.term()).isEqualTo("办结");
        assertThat(act).isEqualTo(folded(ACTS, finished(Timeliness.LATE, 1)));
    }

    @Test
    void saysWhatTimeWasAllowedAndUsed() {
        var act = folded(ACTS, step(StepOutcome.PASSED, true));

        assertThat(act.allowed()).isEqualTo(PROMISED.limit());
        assertThat(act.due()).isEqualTo(PROMISED.due());
        assertThat(act.used()).isEqualTo(new TimeUsed(2, 7200));
        assertThat(act.entryDelaySeconds()).isEqualTo(1);
    }

    @Test
    void concernsTheOneRated() {
        assertThat(folded(ACTS, rated(RatingLevel.DISSATISFIED, 1)).concerned()).containsExactly("staff-1001");
    }

    @Test
    void keepsEveryAttributeOfAnImportedAct() {
        var imported = SampleLedger.everything().stream()
                .filter(ImportedActRecorded.class::isInstance)
                .map(ImportedActRecorded.class::cast)
                .findFirst()
                .orElseThrow();

        var act = folded(ACTS, imported);

        assertThat(act.step()).isEqualTo("Confirmation of receipt");
        assertThat(act.unit()).isEqualTo("Group 1");
        assertThat(act.attributes()).isEqualTo(imported.attributes());
        assertThat(act.occurredAt()).isEqualTo("2011-10-11T11:45:40Z");
    }

    @Test
    void isFoundByItsPosition() {
        var second = recorded(step(StepOutcome.PASSED, false), 17);

        assertThat(ACTS.documentId(second)).isEqualTo("17");
        assertThat(ACTS.after(null, second).position()).isEqualTo(17);
    }
}

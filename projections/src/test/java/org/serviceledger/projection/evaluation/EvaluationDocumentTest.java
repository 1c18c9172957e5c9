package org.serviceledger.projection.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.serviceledger.fixtures.Sample.*;
import static org.serviceledger.projection.SampleLedger.*;

import org.junit.jupiter.api.Test;
import org.serviceledger.api.LedgerEvent;
import org.serviceledger.api.evaluation.EvaluationEvent;
import org.serviceledger.api.evaluation.RatingLevel;
import org.serviceledger.fixtures.EvaluationEvents;
import org.serviceledger.projection.DocumentClient;
import org.serviceledger.projection.SampleLedger;

class EvaluationDocumentTest {

    private static final Evaluations EVALUATIONS = new Evaluations();

    @Test
    void followsABadRatingToTheCallBack() {
        var document = folded(
                EVALUATIONS,
                SampleLedger.everything().stream()
                        .filter(EvaluationEvent.class::isInstance)
                        .toArray(LedgerEvent[]::new));

        assertThat(document.state()).isEqualTo(EvaluationStage.CALLED_BACK);
        assertThat(document.level()).isEqualTo(RatingLevel.DISSATISFIED);
        assertThat(document.bad()).isTrue();
        assertThat(document.realName()).isTrue();
        assertThat(document.contactedLate()).isTrue();
        assertThat(document.satisfied()).isTrue();
        assertThat(document.excluded()).isFalse();
        assertThat(document.served().name()).isEqualTo("王小红");
    }

    @Test
    void doesNotTellWhoRated() {
        var document = folded(EVALUATIONS, rated(RatingLevel.DISSATISFIED, 1));

        assertThat(DocumentClient.json().writeValueAsString(document)).doesNotContain("张三");
    }

    @Test
    void keepsASecondRatingBesideTheFirst() {
        var document = folded(EVALUATIONS, rated(RatingLevel.DISSATISFIED, 1), rated(RatingLevel.SATISFIED, 2));

        assertThat(document.level()).isEqualTo(RatingLevel.DISSATISFIED);
        assertThat(document.ratings())
                .extracting(EvaluationDocument.Rating::level)
                .containsExactly(RatingLevel.DISSATISFIED, RatingLevel.SATISFIED);
    }

    @Test
    void oneThatNeverBeganIsAnError() {
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        folded(EVALUATIONS, EvaluationEvents.ratingRectified().event()));
    }
}

package org.serviceledger.api.evaluation;

import static org.serviceledger.api.Refusal.Nature.ALREADY;
import static org.serviceledger.api.Refusal.Nature.BREAKS_RULE;
import static org.serviceledger.api.Refusal.Nature.OUT_OF_ORDER;
import static org.serviceledger.api.Refusal.Nature.UNKNOWN;

import java.time.Instant;
import org.serviceledger.api.Refusal;
import org.serviceledger.api.Refuses;
import org.serviceledger.api.cases.CaseId;
import org.serviceledger.words.Message;
import org.serviceledger.words.Term;

/** Reasons for refusing a command on an evaluation. */
public sealed interface EvaluationRefusal extends Refusal {

    /** The stage of the follow-up to a bad rating at which a command came too early or too late. */
    enum Stage implements Term {
        RATED,
        CONTACTED,
        RECTIFIED,
        CALLED_BACK,
        NOT_SATISFIED,
        APPEALED,
        EXCLUDED
    }

    @Refuses(nature = ALREADY, rule = "国办发〔2019〕51号 一事一评")
    record AlreadyInvited(EvaluationId evaluationId) implements EvaluationRefusal {}

    @Refuses(nature = UNKNOWN, rule = "evaluation/invited-first")
    record NotInvited(EvaluationId evaluationId) implements EvaluationRefusal {}

    @Refuses(nature = OUT_OF_ORDER, rule = "evaluation/service-first")
    record NoServiceYet(CaseId caseId) implements EvaluationRefusal {}

    @Refuses(nature = BREAKS_RULE, rule = "国办发〔2019〕51号 一事一评")
    record RatedTwice(EvaluationId evaluationId) implements EvaluationRefusal {}

    @Refuses(nature = BREAKS_RULE, rule = "evaluation/rated-after-service")
    record RatedBeforeServed(EvaluationId evaluationId, Instant at, Instant servedAt) implements EvaluationRefusal {}

    @Refuses(nature = BREAKS_RULE, rule = "差评整改")
    record NotABadRating(EvaluationId evaluationId) implements EvaluationRefusal {}

    @Refuses(nature = OUT_OF_ORDER, rule = "evaluation/rated-first")
    record NotRatedYet(EvaluationId evaluationId) implements EvaluationRefusal {}

    @Refuses(nature = OUT_OF_ORDER, rule = "evaluation/stages")
    record NotInThisStage(EvaluationId evaluationId, Message asked, Stage stage) implements EvaluationRefusal {}

    @Refuses(nature = OUT_OF_ORDER, rule = "evaluation/in-order")
    record BeforeThePrevious(EvaluationId evaluationId, Instant at, Instant previous) implements EvaluationRefusal {}

    @Refuses(nature = BREAKS_RULE, rule = "申诉复核")
    record DecidedByTheRated(EvaluationId evaluationId, String person) implements EvaluationRefusal {}
}

package org.serviceledger.projection.evaluation;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.LedgerEvent;
import org.serviceledger.api.evaluation.EvaluationEvent;
import org.serviceledger.projection.engine.ReadModel;
import org.serviceledger.projection.engine.RecordedEvent;

/** The read model of evaluations, rated or not. */
public final class Evaluations implements ReadModel<EvaluationDocument> {

    public static final String NAME = "evaluations";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public Class<EvaluationDocument> documentType() {
        return EvaluationDocument.class;
    }

    @Override
    public Set<Class<? extends LedgerEvent>> families() {
        return Set.of(EvaluationEvent.class);
    }

    @Override
    public @Nullable String documentId(RecordedEvent event) {
        return event.payload() instanceof EvaluationEvent of ? of.evaluationId().value() : null;
    }

    @Override
    public @Nullable EvaluationDocument after(@Nullable EvaluationDocument document, RecordedEvent event) {
        return event.payload() instanceof EvaluationEvent of
                ? EvaluationFold.of(document, of).after(of, event.position())
                : document;
    }
}

package org.serviceledger.projection.cases;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.LedgerEvent;
import org.serviceledger.api.cases.CaseEvent;
import org.serviceledger.api.evaluation.EvaluationEvent;
import org.serviceledger.projection.engine.ReadModel;
import org.serviceledger.projection.engine.RecordedEvent;

/** The read model of cases (办件), each with its rating. */
public final class Cases implements ReadModel<CaseDocument> {

    public static final String NAME = "cases";

    private final CodeHasher codes;

    public Cases(CodeHasher codes) {
        this.codes = codes;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 3;
    }

    @Override
    public Class<CaseDocument> documentType() {
        return CaseDocument.class;
    }

    @Override
    public Set<Class<? extends LedgerEvent>> families() {
        return Set.of(CaseEvent.class, EvaluationEvent.class);
    }

    @Override
    public Set<String> eventNames() {
        return eventNames(type -> !EvaluationEvent.class.isAssignableFrom(type)
                || type == EvaluationEvent.ServiceRated.class
                || type == EvaluationEvent.RatingAppealDecided.class);
    }

    @Override
    public @Nullable String documentId(RecordedEvent event) {
        if (event.payload() instanceof CaseEvent of) {
            return of.caseId().value();
        }
        return event.payload() instanceof EvaluationEvent rating && concernsCase(rating)
                ? rating.caseId().value()
                : null;
    }

    @Override
    public @Nullable CaseDocument after(@Nullable CaseDocument document, RecordedEvent event) {
        if (event.payload() instanceof CaseEvent of) {
            return CaseFold.of(document, of, event.position(), codes).after(of, event.position());
        }
        if (document == null || !(event.payload() instanceof EvaluationEvent rating)) {
            return document;
        }
        return switch (rating) {
            case EvaluationEvent.ServiceRated rated ->
                CaseFold.of(document, codes).after(rated, event.position());
            case EvaluationEvent.RatingAppealDecided decided ->
                CaseFold.of(document, codes).after(decided, event.position());
            case EvaluationEvent.EvaluationInvited _,
                    EvaluationEvent.RaterContacted _,
                    EvaluationEvent.RatingRectified _,
                    EvaluationEvent.RaterCalledBack _,
                    EvaluationEvent.RatingAppealed _ -> document;
        };
    }

    private static boolean concernsCase(EvaluationEvent event) {
        return event instanceof EvaluationEvent.ServiceRated || event instanceof EvaluationEvent.RatingAppealDecided;
    }
}

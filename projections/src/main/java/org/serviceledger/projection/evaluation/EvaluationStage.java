package org.serviceledger.projection.evaluation;

import org.serviceledger.words.Term;

/** The stage of an evaluation. */
public enum EvaluationStage implements Term {
    INVITED,
    RATED,
    CONTACTED,
    RECTIFIED,
    CALLED_BACK
}

package org.serviceledger.projection.evaluation;

import org.serviceledger.words.Term;

/** How far an evaluation has come. */
public enum EvaluationStage implements Term {
    INVITED,
    RATED,
    CONTACTED,
    RECTIFIED,
    CALLED_BACK
}

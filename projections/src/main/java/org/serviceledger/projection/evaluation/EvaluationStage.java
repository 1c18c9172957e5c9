package org.serviceledger.projection.evaluation;

/** How far an evaluation has come. */
public enum EvaluationStage {
    INVITED("待评价"),
    RATED("已评价"),
    CONTACTED("已核实"),
    RECTIFIED("已整改"),
    CALLED_BACK("已回访");

    private final String term;

    EvaluationStage(String term) {
        this.term = term;
    }

    public String term() {
        return term;
    }
}

package org.serviceledger.api.evaluation;

import org.serviceledger.words.Term;

/**
 * The five levels of an evaluation (好差评). Two opposite numberings are in use. The ledger therefore stores the name of
 * the level, and writes a number only together with the name of its coding.
 */
public enum RatingLevel implements Term {
    VERY_SATISFIED(1, 5),
    SATISFIED(2, 4),
    BASICALLY_SATISFIED(3, 3),
    DISSATISFIED(4, 2),
    VERY_DISSATISFIED(5, 1);

    private final int standardCode;
    private final int exchangeCode;

    RatingLevel(int standardCode, int exchangeCode) {
        this.standardCode = standardCode;
        this.exchangeCode = exchangeCode;
    }

    /** Returns the code of GB/T 39046 A.8, in which 1 is 非常满意. */
    public int standardCode() {
        return standardCode;
    }

    /** Returns the code of the evaluation exchange interfaces, in which 5 is 非常满意. */
    public int exchangeCode() {
        return exchangeCode;
    }

    /** Returns whether this is a bad rating (差评). Only the two lowest levels are bad. */
    public boolean isBad() {
        return switch (this) {
            case DISSATISFIED, VERY_DISSATISFIED -> true;
            case VERY_SATISFIED, SATISFIED, BASICALLY_SATISFIED -> false;
        };
    }
}

package org.serviceledger.api.evaluation;

import org.serviceledger.words.Term;

/**
 * The five levels of an evaluation (好差评). Two opposite numberings are in use, so levels are stored by name and a number
 * is only ever written with its coding named.
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

    /** GB/T 39046 A.8: 1 is 非常满意. */
    public int standardCode() {
        return standardCode;
    }

    /** The evaluation exchange interfaces: 5 is 非常满意. */
    public int exchangeCode() {
        return exchangeCode;
    }

    /** 差评: the two lowest levels and no others. */
    public boolean isBad() {
        return switch (this) {
            case DISSATISFIED, VERY_DISSATISFIED -> true;
            case VERY_SATISFIED, SATISFIED, BASICALLY_SATISFIED -> false;
        };
    }
}

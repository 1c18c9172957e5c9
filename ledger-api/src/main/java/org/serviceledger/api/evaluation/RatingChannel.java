package org.serviceledger.api.evaluation;

import org.serviceledger.words.Term;

/** The channel of a rating (评价渠道, GB/T 39046 table 9). */
public enum RatingChannel implements Term {
    WEB,
    MOBILE,
    QR_CODE,
    HALL_TABLET,
    HALL_OTHER,
    PHONE,
    SMS
}

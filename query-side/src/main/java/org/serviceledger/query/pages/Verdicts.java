package org.serviceledger.query.pages;

import org.serviceledger.query.attendance.DayVerdict;
import org.springframework.stereotype.Component;

/** Verdicts on days as the squares of a month show them. */
@Component("verdicts")
class Verdicts {

    public String sign(DayVerdict verdict) {
        return switch (verdict) {
            case ABSENT -> "缺";
            case LATE -> "迟";
            case EARLY -> "早";
            case ON_LEAVE -> "假";
            case PRESENT -> "到";
            case UPCOMING -> "·";
            case NOT_ROSTERED -> "";
        };
    }
}

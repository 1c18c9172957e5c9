package org.serviceledger.query.pages;

import java.util.List;
import java.util.Set;
import org.serviceledger.projection.act.Deviation;
import org.serviceledger.query.acts.ActView.Deviated;
import org.springframework.stereotype.Component;

/** Tells which deviations of an act are breaches of a duty. Pages show breaches, and nothing else, in red. */
@Component("breaches")
class Breaches {

    private static final String RECORDED_LATE = "RECORDED_LATE";

    private static final Set<String> NO_BREACH = Set.of(
            RECORDED_LATE,
            "OUT_OF_ORDER",
            Deviation.STEP_RETURNED.name(),
            Deviation.ABSENT_COVERED.name(),
            Deviation.BAD_RATING.name(),
            Deviation.STILL_DISSATISFIED.name());

    /** The style of a deviation's mark. */
    public String mark(Deviated deviation) {
        if (deviation.code().equals(RECORDED_LATE)) {
            return "outline";
        }
        return NO_BREACH.contains(deviation.code()) ? "warn" : "bad";
    }

    /** The style of an act on its time line. */
    public String act(List<Deviated> deviations) {
        if (deviations.isEmpty()) {
            return "";
        }
        return deviations.stream().allMatch(each -> NO_BREACH.contains(each.code())) ? "noted" : "deviant";
    }
}

package org.serviceledger.query.pages;

import java.util.Set;
import org.springframework.stereotype.Component;

/** The decisive acts of a case, which its time line highlights. */
@Component("landmarks")
class Landmarks {

    private static final Set<String> TYPES = Set.of(
            "case.applied",
            "case.accepted",
            "case.deemed-accepted",
            "case.acceptance-refused",
            "case.granted",
            "case.denied",
            "case.finished",
            "case.imported",
            "evaluation.rated");

    public boolean isOne(String type) {
        return TYPES.contains(type);
    }
}

package org.serviceledger.api.log;

import static org.serviceledger.api.Refusal.Nature.BREAKS_RULE;
import static org.serviceledger.api.Refusal.Nature.OUT_OF_ORDER;

import java.time.LocalDate;
import org.serviceledger.api.Refusal;
import org.serviceledger.api.Refuses;

/** Why a command to the transparency log was refused. */
public sealed interface LogRefusal extends Refusal {

    /** What is anchored only grows. */
    @Refuses(nature = BREAKS_RULE, rule = "log/anchors-grow")
    record SmallerThanAnchored(long size, long anchored, LocalDate on) implements LogRefusal {}

    /** A later day has its checkpoint already. */
    @Refuses(nature = OUT_OF_ORDER, rule = "log/days-in-order")
    record DayPassed(LocalDate day, LocalDate last) implements LogRefusal {}

    @Refuses(nature = BREAKS_RULE, rule = "log/one-year-at-a-time")
    record DayOfAnotherYear(LogYearId logYearId, LocalDate day) implements LogRefusal {}
}

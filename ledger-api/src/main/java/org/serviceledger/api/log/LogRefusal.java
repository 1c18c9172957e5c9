package org.serviceledger.api.log;

import static org.serviceledger.api.Refusal.Nature.BREAKS_RULE;
import static org.serviceledger.api.Refusal.Nature.OUT_OF_ORDER;

import java.time.LocalDate;
import org.serviceledger.api.Refusal;
import org.serviceledger.api.Refuses;

/** Reasons for refusing a command on the transparency log. */
public sealed interface LogRefusal extends Refusal {

    /** The checkpoint covers fewer events than the last anchored one. Anchored sizes never shrink. */
    @Refuses(nature = BREAKS_RULE, rule = "log/anchors-grow")
    record SmallerThanAnchored(long size, long anchored, LocalDate on) implements LogRefusal {}

    /** A later day already has its checkpoint. */
    @Refuses(nature = OUT_OF_ORDER, rule = "log/days-in-order")
    record DayPassed(LocalDate day, LocalDate last) implements LogRefusal {}

    @Refuses(nature = BREAKS_RULE, rule = "log/one-year-at-a-time")
    record DayOfAnotherYear(LogYearId logYearId, LocalDate day) implements LogRefusal {}
}

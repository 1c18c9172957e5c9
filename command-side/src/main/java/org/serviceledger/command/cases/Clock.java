package org.serviceledger.command.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.calendar.Deadline;
import org.serviceledger.api.cases.SpecialProcedure;

/**
 * The clock of an accepted case.
 *
 * @param start time of acceptance, or of receipt if acceptance was deemed
 * @param deducted working days deducted so far
 * @param extended whether more time was granted, which is allowed once
 * @param stop what has stopped the clock, or null if it runs
 */
record Clock(
        Instant start,
        Deadline promised,
        @Nullable Deadline legal,
        int deducted,
        boolean extended,
        @Nullable Stop stop) {

    /** An act that stops the clock until its counterpart restarts it (GB/T 39046 T7 requires explicit pairs). */
    sealed interface Stop {

        Instant since();

        /** Returns the special procedure, or null if this is a suspension. */
        @Nullable SpecialProcedure procedure();

        record Special(SpecialProcedure procedure, int approvedWorkingDays, Instant since) implements Stop {}

        record Suspension(Instant since) implements Stop {

            @Override
            public @Nullable SpecialProcedure procedure() {
                return null;
            }
        }
    }

    static Clock started(Instant start, Deadline promised, @Nullable Deadline legal) {
        return new Clock(start, promised, legal, 0, false, null);
    }

    Clock stoppedBy(Stop by) {
        return new Clock(start, promised, legal, deducted, extended, by);
    }

    Clock resumed(int deductedNow, Deadline newPromised, @Nullable Deadline newLegal) {
        return new Clock(start, newPromised, newLegal, deducted + deductedNow, extended, null);
    }

    Clock extendedTo(Deadline newPromised, @Nullable Deadline newLegal) {
        return new Clock(start, newPromised, newLegal, deducted, true, stop);
    }
}

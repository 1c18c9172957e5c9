package org.serviceledger.command.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.calendar.Deadline;
import org.serviceledger.api.cases.SpecialProcedure;

/**
 * The clock of an accepted case.
 *
 * @param start acceptance, or receipt where acceptance was deemed
 * @param deducted working days taken off so far
 * @param extended whether more time was granted, which happens once
 * @param stop what has stopped it, if anything
 */
record Clock(
        Instant start,
        Deadline promised,
        @Nullable Deadline legal,
        int deducted,
        boolean extended,
        @Nullable Stop stop) {

    /** What stops a clock until its counterpart starts it again (GB/T 39046 T7: an explicit pair). */
    sealed interface Stop {

        Instant since();

        /** Which procedure it is, if it is one. */
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

package org.serviceledger.api.log;

import java.time.LocalDate;
import org.serviceledger.api.Refusal;

/** Why a command to the transparency log was refused. */
public sealed interface LogRefusal extends Refusal {

    /** What is anchored only grows. */
    record SmallerThanAnchored(long size, long anchored, LocalDate on) implements LogRefusal {

        @Override
        public Nature nature() {
            return Nature.BREAKS_RULE;
        }

        @Override
        public String rule() {
            return "log/anchors-grow";
        }

        @Override
        public String detail() {
            return "a checkpoint of %d events cannot follow the one of %d anchored on %s (检查点只增不减)"
                    .formatted(size, anchored, on);
        }
    }

    /** A later day has its checkpoint already. */
    record DayPassed(LocalDate day, LocalDate last) implements LogRefusal {

        @Override
        public Nature nature() {
            return Nature.OUT_OF_ORDER;
        }

        @Override
        public String rule() {
            return "log/days-in-order";
        }

        @Override
        public String detail() {
            return "the checkpoint of %s comes too late: that of %s is recorded (检查点须按日入账)".formatted(day, last);
        }
    }

    record DayOfAnotherYear(LogYearId logYearId, LocalDate day) implements LogRefusal {

        @Override
        public Nature nature() {
            return Nature.BREAKS_RULE;
        }

        @Override
        public String rule() {
            return "log/one-year-at-a-time";
        }

        @Override
        public String detail() {
            return "%s does not belong to %s".formatted(day, logYearId);
        }
    }
}

package org.serviceledger.store.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.serviceledger.words.Message;
import org.serviceledger.words.Sentence;

/** Why the clock of this machine is in doubt. */
public sealed interface ClockDoubt extends Sentence {

    /** Whether an administrator who has looked at the clock may confirm that it is right. */
    default boolean isConfirmable() {
        return true;
    }

    /** The clock differs from PostgreSQL's. */
    record ApartFromDatabase(Instant ours, Instant theirs) implements ClockDoubt {

        @Override
        public Message message() {
            return Message.of("ClockDoubt.ApartFromDatabase", "ours", second(ours), "theirs", second(theirs));
        }

        @Override
        public boolean isConfirmable() {
            return false;
        }
    }

    /** The clock is behind the last recorded event or behind the last sign of life. */
    record BehindLedger(Instant ours, Instant last) implements ClockDoubt {

        @Override
        public Message message() {
            return Message.of("ClockDoubt.BehindLedger", "ours", second(ours), "last", second(last));
        }
    }

    /** The clock was set while the server ran, on a machine that has no other clock to compare it with. */
    record Jumped(Instant expected, Instant ours) implements ClockDoubt {

        @Override
        public Message message() {
            return Message.of("ClockDoubt.Jumped", "expected", second(expected), "ours", second(ours));
        }
    }

    /**
     * According to the clock, the ledger has been down for longer than usual. Nothing else on the machine can confirm
     * that.
     */
    record LongAbsence(Instant lastSign, Instant ours) implements ClockDoubt {

        @Override
        public Message message() {
            return Message.of(
                    "ClockDoubt.LongAbsence",
                    "ours",
                    second(ours),
                    "lastSign",
                    second(lastSign),
                    "days",
                    Duration.between(lastSign, ours).toDays());
        }
    }

    /** Formats a time for comparison with another clock: to the second, in UTC. */
    private static String second(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}

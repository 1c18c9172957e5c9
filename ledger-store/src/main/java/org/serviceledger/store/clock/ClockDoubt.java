package org.serviceledger.store.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.serviceledger.words.Language;
import org.serviceledger.words.Message;

/** Why the clock of this machine is not believed. */
public sealed interface ClockDoubt {

    /** What there is to say of it; the words stand in the bundles. */
    Message message();

    /** One line in the language that is being spoken. */
    default String line() {
        return line(Language.current());
    }

    /** One line in a language of the caller's choice. */
    default String line(Language language) {
        return message().in(language);
    }

    /** Whether an administrator who has looked at the clock may say that it is right. */
    default boolean isConfirmable() {
        return true;
    }

    /** It differs from PostgreSQL's. */
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

    /** It is behind what the ledger has recorded, or behind the last sign of life. */
    record BehindLedger(Instant ours, Instant last) implements ClockDoubt {

        @Override
        public Message message() {
            return Message.of("ClockDoubt.BehindLedger", "ours", second(ours), "last", second(last));
        }
    }

    /** It was set while the server ran, on a machine that has no other clock to compare. */
    record Jumped(Instant expected, Instant ours) implements ClockDoubt {

        @Override
        public Message message() {
            return Message.of("ClockDoubt.Jumped", "expected", second(expected), "ours", second(ours));
        }
    }

    /** It says that the ledger has been down for longer than is usual, which nobody else here can tell. */
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

    /** As a clock shows it that is compared with others: to the second, in universal time. */
    private static String second(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}

package org.serviceledger.store.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Why the clock of this machine is not believed. */
public sealed interface ClockDoubt {

    /** One line in English. */
    String line();

    /** One line in Chinese, for pages. */
    String chinese();

    /** Whether an administrator who has looked at the clock may say that it is right. */
    boolean isConfirmable();

    /** It differs from PostgreSQL's. */
    record ApartFromDatabase(Instant ours, Instant theirs) implements ClockDoubt {

        @Override
        public String line() {
            return "the clock of this machine says %s and that of PostgreSQL %s: set the one that is wrong"
                    .formatted(second(ours), second(theirs));
        }

        @Override
        public String chinese() {
            return "本机时钟为 %s，PostgreSQL 的时钟为 %s：请校正其中错误的一方".formatted(second(ours), second(theirs));
        }

        @Override
        public boolean isConfirmable() {
            return false;
        }
    }

    /** It is behind what the ledger has recorded, or behind the last sign of life. */
    record BehindLedger(Instant ours, Instant last) implements ClockDoubt {

        @Override
        public String line() {
            return "the clock says %s and the ledger has been at %s before: set the clock, or confirm it if that was wrong"
                    .formatted(second(ours), second(last));
        }

        @Override
        public String chinese() {
            return "时钟为 %s，而台账此前已记到 %s：请校正时钟；若是此前的时钟有误，请确认".formatted(second(ours), second(last));
        }

        @Override
        public boolean isConfirmable() {
            return true;
        }
    }

    /** It was set while the server ran, on a machine that has no other clock to compare. */
    record Jumped(Instant expected, Instant ours) implements ClockDoubt {

        @Override
        public String line() {
            return "the clock was set from %s to %s while the server ran: set it back, or confirm it if it is right now"
                    .formatted(second(expected), second(ours));
        }

        @Override
        public String chinese() {
            return "运行期间时钟由 %s 被改为 %s：请改回；若现在的时间正确，请确认".formatted(second(expected), second(ours));
        }

        @Override
        public boolean isConfirmable() {
            return true;
        }
    }

    /** It says that the ledger has been down for longer than is usual, which nobody else here can tell. */
    record LongAbsence(Instant lastSign, Instant ours) implements ClockDoubt {

        @Override
        public String line() {
            return "the clock says %s, and the ledger was last at work at %s, %d days before: set the clock, or confirm it if it is right"
                    .formatted(
                            second(ours),
                            second(lastSign),
                            Duration.between(lastSign, ours).toDays());
        }

        @Override
        public String chinese() {
            return "时钟为 %s，而台账上次运行于 %s，相隔 %d 天：请校正时钟；若时间正确，请确认"
                    .formatted(
                            second(ours),
                            second(lastSign),
                            Duration.between(lastSign, ours).toDays());
        }

        @Override
        public boolean isConfirmable() {
            return true;
        }
    }

    private static Instant second(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }
}

package org.serviceledger.store.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.serviceledger.store.clock.ClockDoubt.ApartFromDatabase;
import org.serviceledger.store.clock.ClockDoubt.BehindLedger;
import org.serviceledger.store.clock.ClockDoubt.Jumped;
import org.serviceledger.store.clock.ClockDoubt.LongAbsence;
import org.serviceledger.store.clock.ClockRows.Seen;
import org.serviceledger.words.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the clock of this machine with PostgreSQL's clock, with the last recorded time, and with counters that
 * cannot be set. While the clock is in doubt, nothing may be recorded whose time counts.
 */
public final class ClockGuard {

    private static final Logger LOG = LoggerFactory.getLogger(ClockGuard.class);
    private static final Duration SIGN_EVERY = Duration.ofSeconds(30);

    private final ClockRows rows;
    private final Clock clock;
    private final Limits limits;
    private volatile @Nullable ClockDoubt doubt;
    private volatile @Nullable SteadyTime believed;

    /**
     * The tolerances of the comparison.
     *
     * @param apart how far the clock may differ from PostgreSQL's, be behind the ledger, or deviate from the counters
     * @param longestAbsence how long no server may have been at work before an administrator must confirm the clock
     */
    public record Limits(Duration apart, Duration longestAbsence) {}

    public ClockGuard(DataSource database, Clock clock, Limits limits) {
        this.rows = new ClockRows(database);
        this.clock = clock;
        this.limits = limits;
    }

    /**
     * Compares now and returns the doubt; empty if the clock is believed. Throws {@code EventStoreException} if
     * PostgreSQL does not answer. An earlier doubt then remains.
     */
    public synchronized Optional<ClockDoubt> check() {
        var asked = clock.instant();
        var seen = rows.see();
        var now = SteadyTime.now(clock.instant());
        var found = judged(seen, asked, now);
        tell(found);
        doubt = found;
        if (found == null) {
            believe(seen, now);
        }
        return Optional.ofNullable(found);
    }

    /** The result of the last comparison, or a jump of the clock since. Does not ask PostgreSQL. */
    public Optional<ClockDoubt> doubt() {
        var last = doubt;
        return last != null ? Optional.of(last) : Optional.ofNullable(jump(SteadyTime.now(clock.instant())));
    }

    /**
     * Records that an administrator has looked at the clock and found it right. What made it look wrong no longer
     * counts against it.
     *
     * @param by the administrator
     * @return the doubt that remains, such as a difference from PostgreSQL's clock; empty if there is none
     */
    public synchronized Optional<ClockDoubt> confirm(String by) {
        var now = check();
        if (now.isEmpty() || !now.get().isConfirmable()) {
            return now;
        }
        LOG.warn(
                "{} confirms the clock of this machine, though {}",
                by,
                now.get().line(Language.ENGLISH));
        rows.confirmed(clock.instant(), by, now.get());
        believed = SteadyTime.now(clock.instant());
        return check();
    }

    /** A clock for code that waits for a time. It stands still while the clock of the machine is in doubt. */
    public Clock waiting() {
        return new Guarded(this::standing);
    }

    /**
     * A clock for code that is about to do what cannot be undone. It compares at each reading, and throws
     * {@link ClockInDoubt} instead of returning a time that is in doubt.
     */
    public Clock acting() {
        return new Guarded(this::sure);
    }

    private Instant standing() {
        var last = believed;
        return doubt().isEmpty() ? clock.instant() : last == null ? Instant.EPOCH : last.wall();
    }

    private Instant sure() {
        check().ifPresent(found -> {
            throw new ClockInDoubt(found);
        });
        return clock.instant();
    }

    private @Nullable ClockDoubt judged(Seen seen, Instant asked, SteadyTime now) {
        if (seen.time().isBefore(asked.minus(limits.apart()))
                || seen.time().isAfter(now.wall().plus(limits.apart()))) {
            return new ApartFromDatabase(now.wall(), seen.time());
        }
        var last = later(seen.recordedAt(), seen.believedAt());
        if (last != null && now.wall().isBefore(last.minus(limits.apart()))) {
            return new BehindLedger(now.wall(), last);
        }
        if (seen.isElsewhere()) {
            return null; // the clocks of two machines agree
        }
        if (believed != null) {
            return jump(now);
        }
        return last != null && now.wall().isAfter(last.plus(limits.longestAbsence()))
                ? new LongAbsence(last, now.wall())
                : null;
    }

    private @Nullable ClockDoubt jump(SteadyTime now) {
        var last = believed;
        if (last == null) {
            return null;
        }
        var expected = last.expectedAt(now);
        return SteadyTime.apart(expected, now.wall()).compareTo(limits.apart()) > 0
                ? new Jumped(expected, now.wall())
                : null;
    }

    private void believe(Seen seen, SteadyTime now) {
        believed = now;
        if (seen.believedAt() == null || now.wall().isAfter(seen.believedAt().plus(SIGN_EVERY))) {
            rows.believed(now.wall());
        }
    }

    private void tell(@Nullable ClockDoubt found) {
        var before = doubt;
        if (found != null && (before == null || before.getClass() != found.getClass())) {
            LOG.error("nothing is recorded and no deadline acts: {}", found.line(Language.ENGLISH));
        } else if (found == null && before != null) {
            LOG.info("the clock of this machine is believed again");
        }
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }

    private final class Guarded extends Clock {

        private final Supplier<Instant> now;

        Guarded(Supplier<Instant> now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return now.get();
        }

        @Override
        public ZoneId getZone() {
            return clock.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("the zone is the ledger's");
        }
    }
}

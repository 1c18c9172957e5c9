package org.serviceledger.store.verify;

import static org.serviceledger.store.verify.EventRow.Column.RECORDED_AT;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.serviceledger.store.verify.Finding.ClockSetBack;

/** Follows the recording times through the ledger, to detect that a server's clock was set back between two events. */
final class RecordingTimes {

    /**
     * Tolerance in microseconds. Servers stop when their clocks differ by more than a minute, and an event may wait
     * half a minute before it is stored.
     */
    private static final long TOLERATED_MICROS = Duration.ofMinutes(2).toMillis() * 1000;

    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    private final List<Jump> jumps = new ArrayList<>();
    private @Nullable EventRow last;

    private record Jump(ClockSetBack finding, long other) {}

    /** Processes the next stretch. Called in order of the ledger. */
    void follow(Stretch stretch) {
        for (var row : stretch.rows()) {
            if (!row.isAbsent(RECORDED_AT)) {
                follow(row);
            }
        }
    }

    private void follow(EventRow row) {
        var before = last;
        last = row;
        if (before == null || jumps.size() >= Verification.MOST_FINDINGS) {
            return;
        }
        long earlier = before.number(RECORDED_AT);
        long later = row.number(RECORDED_AT);
        if (later < earlier && later < earlier - TOLERATED_MICROS) {
            jumps.add(new Jump(new ClockSetBack(row.name(), time(later), time(earlier)), before.position()));
        }
    }

    /** Returns the jumps between rows neither of which is suspect. */
    List<ClockSetBack> findings(LongPredicate isSuspect) {
        return jumps.stream()
                .filter(jump -> !isSuspect.test(jump.other())
                        && !isSuspect.test(jump.finding().event().position()))
                .map(Jump::finding)
                .toList();
    }

    private static Instant time(long micros) {
        return EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}

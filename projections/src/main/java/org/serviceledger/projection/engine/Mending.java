package org.serviceledger.projection.engine;

import java.time.Duration;
import java.time.Instant;

/**
 * Decides when a damaged read model is rebuilt: at once at first, then with exponential back-off from 30 seconds to 6
 * hours.
 */
final class Mending {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 10;

    private int attempts;
    private Instant last = Instant.EPOCH;

    /** Returns whether a rebuild may begin now. */
    synchronized boolean isDue(Instant now) {
        return !now.isBefore(next());
    }

    /** Returns when the next rebuild may begin. */
    synchronized Instant next() {
        if (attempts == 0) {
            return Instant.EPOCH;
        }
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
        return last.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    }

    synchronized void begun(Instant now) {
        attempts++;
        last = now;
    }

    /** Records that nothing is missing. Resets the back-off if the last rebuild began more than an hour ago. */
    synchronized void sound(Instant now) {
        if (now.isAfter(last.plus(FORGOTTEN_AFTER))) {
            attempts = 0;
        }
    }
}

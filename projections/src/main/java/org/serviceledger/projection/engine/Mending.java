package org.serviceledger.projection.engine;

import java.time.Duration;
import java.time.Instant;

/** When a read model that lacks something is rebuilt: at once, and with longer and longer pauses if that does not help. */
final class Mending {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 10;

    private int attempts;
    private Instant last = Instant.EPOCH;

    /** Whether it is time. */
    synchronized boolean isDue(Instant now) {
        return !now.isBefore(next());
    }

    /** When the next rebuild begins. */
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

    /** Nothing is missing; after a while without a hole the next is mended at once again. */
    synchronized void sound(Instant now) {
        if (now.isAfter(last.plus(FORGOTTEN_AFTER))) {
            attempts = 0;
        }
    }
}

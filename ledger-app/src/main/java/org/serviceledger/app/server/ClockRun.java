package org.serviceledger.app.server;

import java.time.Duration;
import org.serviceledger.store.clock.ClockGuard;

/** Compares the clock every five seconds, and twice a second while it is in doubt. */
final class ClockRun extends RepeatedWork {

    private static final Duration REST = Duration.ofSeconds(5);

    private final ClockGuard guard;
    private long last = System.nanoTime();

    ClockRun(ClockGuard guard) {
        super("clock", "the clock cannot be compared");
        this.guard = guard;
    }

    @Override
    void work() {
        if (System.nanoTime() - last >= REST.toNanos() || guard.doubt().isPresent()) {
            guard.check();
            last = System.nanoTime();
        }
    }
}

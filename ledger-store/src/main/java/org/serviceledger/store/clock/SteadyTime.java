package org.serviceledger.store.clock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A moment on the clock and on two counters that cannot be set. {@code uptime} goes on while the machine sleeps. */
record SteadyTime(Instant wall, long nanos, @Nullable Duration uptime) {

    private static final Path UPTIME = Path.of("/proc/uptime");

    static SteadyTime now(Instant wall) {
        return new SteadyTime(wall, System.nanoTime(), sinceBoot());
    }

    /** What the clock should show at the later moment, by the counter that fits it better. */
    Instant expectedAt(SteadyTime later) {
        var counted = wall.plusNanos(later.nanos - nanos);
        if (uptime == null || later.uptime == null) {
            return counted;
        }
        var withSleep = wall.plus(later.uptime.minus(uptime));
        return apart(counted, later.wall).compareTo(apart(withSleep, later.wall)) <= 0 ? counted : withSleep;
    }

    static Duration apart(Instant one, Instant other) {
        return Duration.between(one, other).abs();
    }

    /** The time since the machine was started; null where the system does not tell. */
    private static @Nullable Duration sinceBoot() {
        try {
            var seconds = Files.readString(UPTIME).split(" ", 2)[0];
            return Duration.ofMillis((long) (Double.parseDouble(seconds) * 1000));
        } catch (IOException | NumberFormatException _) {
            return null;
        }
    }
}

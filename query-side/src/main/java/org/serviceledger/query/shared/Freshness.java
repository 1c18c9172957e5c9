package org.serviceledger.query.shared;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.serviceledger.words.Message;
import org.springframework.boot.convert.DurationStyle;

/**
 * How fresh an answer must be.
 *
 * @param minPosition the answer must reflect the ledger up to this position, such as the one that a command returned
 * @param timeout how long to wait for that, at most 60 seconds and 5 seconds if absent: {@code 5s}, {@code 500ms},
 *     {@code PT5S}, or plain seconds
 */
public record Freshness(
        @Nullable Long minPosition, @Nullable String timeout) {

    private static final Duration DEFAULT = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    /** Accepts an answer of any age, without waiting. */
    public static Freshness any() {
        return new Freshness(null, null);
    }

    void check(Faults faults) {
        if (minPosition != null && minPosition < 0) {
            faults.add("minPosition", Message.of("fault.negative"));
        }
        if (timeout != null && parsed(timeout) == null) {
            faults.add("timeout", Message.of("fault.duration"));
        }
    }

    Duration patience() {
        var parsed = timeout == null ? DEFAULT : parsed(timeout);
        return parsed == null ? DEFAULT : parsed;
    }

    private static @Nullable Duration parsed(String text) {
        try {
            var duration = DurationStyle.detectAndParse(text.strip(), ChronoUnit.SECONDS);
            return duration.isNegative() || duration.compareTo(LONGEST) > 0 ? null : duration;
        } catch (IllegalArgumentException | ArithmeticException _) {
            return null;
        }
    }
}

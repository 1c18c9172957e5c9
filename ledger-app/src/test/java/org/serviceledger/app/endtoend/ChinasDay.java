package org.serviceledger.app.endtoend;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The calendar day in China, by which a ledger counts days. At its end the server records events by itself. */
final class ChinasDay {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    /** Margin for clocks that threads and processes read in a different order. */
    private static final Duration SURELY_OVER = Duration.ofSeconds(1);

    private ChinasDay() {}

    static LocalDate today() {
        return LocalDate.now(CHINA);
    }

    /** Waits for midnight to pass if less than this is left of the day. */
    static void mustLast(Duration time) throws InterruptedException {
        Thread.sleep(untilItLasts(time, Instant.now()));
    }

    static Duration untilItLasts(Duration time, Instant now) {
        var midnight =
                LocalDate.ofInstant(now, CHINA).plusDays(1).atStartOfDay(CHINA).toInstant();
        var left = Duration.between(now, midnight);
        return left.compareTo(time) > 0 ? Duration.ZERO : left.plus(SURELY_OVER);
    }
}

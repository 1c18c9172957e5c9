package org.serviceledger.app.endtoend;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The day in China, by which a ledger's days are counted. Its end changes what is on record. */
final class ChinasDay {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    /** Clocks of threads and processes may be read in another order. */
    private static final Duration SURELY_OVER = Duration.ofSeconds(1);

    private ChinasDay() {}

    static LocalDate today() {
        return LocalDate.now(CHINA);
    }

    /** Lets midnight pass first if less than this is left of the day. */
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

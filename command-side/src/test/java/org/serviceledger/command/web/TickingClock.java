package org.serviceledger.command.web;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that starts on a fixed morning and advances a little with each reading. */
final class TickingClock extends Clock {

    static final String DAY = "2026-07-01";

    private final AtomicLong millis =
            new AtomicLong(Instant.parse(DAY + "T01:30:00Z").toEpochMilli());

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis.addAndGet(10));
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}

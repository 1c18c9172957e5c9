package org.serviceledger.api.organization;

import java.time.LocalTime;

/** A stretch of service hours (班次), such as 上午 08:30–12:00; always within one day. */
public record Shift(String name, LocalTime start, LocalTime end) {

    public Shift {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("a shift starts before it ends: %s %s–%s".formatted(name, start, end));
        }
    }
}

package org.serviceledger.command.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.serviceledger.api.calendar.LimitUnit;
import org.serviceledger.api.calendar.TimeLimit;

/** A time limit in a request. */
record Limit(
        @NotNull @Min(1) @Max(3650) Integer value, @NotNull LimitUnit unit) {

    TimeLimit toTimeLimit() {
        return new TimeLimit(value, unit);
    }
}

package org.serviceledger.app.server;

import org.jspecify.annotations.Nullable;
import org.serviceledger.app.operations.OperationsSection;
import org.serviceledger.store.clock.ClockDoubt;
import org.serviceledger.store.clock.ClockGuard;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Shows whether the server trusts its clock, and if not, why. */
@Component
@Order(5)
class ClockSection implements OperationsSection {

    private final ClockGuard guard;

    ClockSection(ClockGuard guard) {
        this.guard = guard;
    }

    /** Content of the section: the reason for doubt; null if the clock is trusted. */
    public record Shown(@Nullable ClockDoubt doubt) {}

    @Override
    public String template() {
        return "operations/clock";
    }

    @Override
    public Shown content() {
        return new Shown(guard.doubt().orElse(null));
    }
}

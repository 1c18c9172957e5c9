package org.serviceledger.app.server;

import org.jspecify.annotations.Nullable;
import org.serviceledger.app.operations.OperationsSection;
import org.serviceledger.store.publication.WitnessStanding;
import org.serviceledger.store.publication.Witnessing;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who vouches for the log, how far, and what is the matter if somebody does not. */
@Component
@Order(20)
class WitnessesSection implements OperationsSection {

    private final Witnessing witnessing;

    WitnessesSection(Witnessing witnessing) {
        this.witnessing = witnessing;
    }

    /**
     * What is shown.
     *
     * @param seconds the oldest checkpoint waits for enough witnesses
     * @param alarm why somebody should look; null if nobody need
     */
    public record Shown(
            WitnessStanding standing,
            long seconds,
            @Nullable String alarm) {}

    @Override
    public String template() {
        return "operations/witnesses";
    }

    @Override
    public Shown content() {
        var standing = witnessing.standing();
        return new Shown(standing, standing.lag().toSeconds(), standing.alarm().orElse(null));
    }
}

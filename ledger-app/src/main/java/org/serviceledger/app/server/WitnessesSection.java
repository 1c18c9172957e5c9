package org.serviceledger.app.server;

import org.jspecify.annotations.Nullable;
import org.serviceledger.app.operations.OperationsSection;
import org.serviceledger.store.publication.WitnessStanding;
import org.serviceledger.store.publication.Witnessing;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Shows the state of each witness, and the alarm if cosignatures are missing. */
@Component
@Order(20)
class WitnessesSection implements OperationsSection {

    private final Witnessing witnessing;

    WitnessesSection(Witnessing witnessing) {
        this.witnessing = witnessing;
    }

    /**
     * Content of the section.
     *
     * @param seconds how long the oldest checkpoint has lacked enough cosignatures
     * @param alarm why an operator should act; null if there is no need
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

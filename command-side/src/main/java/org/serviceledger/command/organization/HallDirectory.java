package org.serviceledger.command.organization;

import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.serviceledger.api.organization.OrganizationEvent;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.command.organization.OrganizationState.Established;
import org.serviceledger.command.organization.OrganizationState.Unestablished;
import org.serviceledger.command.stream.StreamFold;
import org.springframework.stereotype.Component;

/** Looks up established organisations and their service hours. */
@Component
public final class HallDirectory {

    private final StreamFold<OrganizationState, OrganizationEvent> organizations;

    public HallDirectory(EventStore events) {
        this.organizations =
                new StreamFold<>(events, OrganizationEvent.class, new Unestablished(), OrganizationState::evolve);
    }

    public Optional<OrganizationFacts> hall(OrganizationId id) {
        return switch (organizations.of(id)) {
            case Unestablished _ -> Optional.empty();
            case Established(var hall) -> Optional.of(hall);
        };
    }

    public boolean knows(OrganizationId id) {
        return hall(id).isPresent();
    }
}

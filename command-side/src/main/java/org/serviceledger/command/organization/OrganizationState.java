package org.serviceledger.command.organization;

import java.util.List;
import org.serviceledger.api.organization.OrganizationEvent;
import org.serviceledger.api.organization.OrganizationEvent.HallSurveyed;
import org.serviceledger.api.organization.OrganizationEvent.LeaderAppointed;
import org.serviceledger.api.organization.OrganizationEvent.OrganizationEstablished;
import org.serviceledger.api.organization.OrganizationEvent.ServiceHoursSet;

/** The part of an organisation's history that the rules need. */
sealed interface OrganizationState {

    record Unestablished() implements OrganizationState {}

    record Established(OrganizationFacts hall) implements OrganizationState {}

    /**
     * Returns the state after the event.
     *
     * @throws IllegalStateException if the event cannot follow this state, which means a corrupt stream
     */
    default OrganizationState evolve(OrganizationEvent event) {
        return switch (event) {
            case OrganizationEstablished e
            when this instanceof Unestablished ->
                new Established(new OrganizationFacts(e.name(), e.kind(), List.of(), 0));
            case ServiceHoursSet e
            when this instanceof Established(var hall) -> new Established(hall.open(e.shifts(), e.graceMinutes()));
            case HallSurveyed _, LeaderAppointed _ when this instanceof Established -> this;
            case OrganizationEstablished _, HallSurveyed _, ServiceHoursSet _, LeaderAppointed _ ->
                throw new IllegalStateException("%s cannot follow %s".formatted(event, this));
        };
    }
}

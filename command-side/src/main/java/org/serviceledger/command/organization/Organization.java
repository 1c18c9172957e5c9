package org.serviceledger.command.organization;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.organization.OrganizationCommand;
import org.serviceledger.api.organization.OrganizationCommand.AppointLeader;
import org.serviceledger.api.organization.OrganizationCommand.Establish;
import org.serviceledger.api.organization.OrganizationCommand.SetServiceHours;
import org.serviceledger.api.organization.OrganizationCommand.SurveyHall;
import org.serviceledger.api.organization.OrganizationEvent;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.command.organization.OrganizationState.Unestablished;
import org.serviceledger.command.stream.Decides;
import org.serviceledger.command.stream.Happenings;

/** Lets Axon drive the {@link OrganizationDecider}; it holds no rule. */
@Aggregate(type = "Organization")
final class Organization {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable OrganizationId id;

    private OrganizationState state = new Unestablished();

    Organization() {}

    @Decides
    void handle(Establish command, HallDirectory halls) {
        var parent = command.parent();
        decide(command, parent != null && halls.knows(parent));
    }

    @Decides
    void handle(SurveyHall command) {
        decide(command, true);
    }

    @Decides
    void handle(SetServiceHours command) {
        decide(command, true);
    }

    @Decides
    void handle(AppointLeader command) {
        decide(command, true);
    }

    @EventSourcingHandler
    void on(OrganizationEvent event) {
        id = event.organizationId();
        state = state.evolve(event);
    }

    private void decide(OrganizationCommand command, boolean parentIsThere) {
        Happenings.append(OrganizationDecider.decide(state, command, parentIsThere));
    }
}

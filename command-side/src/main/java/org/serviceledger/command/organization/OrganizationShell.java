package org.serviceledger.command.organization;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.serviceledger.api.SignedIn;
import org.serviceledger.api.organization.OrganizationCommand;
import org.serviceledger.api.organization.OrganizationCommand.AppointLeader;
import org.serviceledger.api.organization.OrganizationCommand.Establish;
import org.serviceledger.api.organization.OrganizationCommand.SetServiceHours;
import org.serviceledger.api.organization.OrganizationCommand.SurveyHall;
import org.serviceledger.api.organization.OrganizationEvent;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.command.access.Scopes;
import org.serviceledger.command.stream.FamilyShell;
import org.springframework.stereotype.Component;

/** Runs organisations and loads the parent that a command names. */
@Component
final class OrganizationShell extends FamilyShell<OrganizationState, OrganizationCommand, OrganizationEvent> {

    private final HallDirectory halls;

    OrganizationShell(HallDirectory halls) {
        super(
                "Organization",
                OrganizationCommand.class,
                OrganizationEvent.class,
                new OrganizationState.Unestablished(),
                OrganizationState::evolve);
        this.halls = halls;
    }

    @Override
    public List<OrganizationEvent> decide(OrganizationState state, OrganizationCommand command) {
        return OrganizationDecider.decide(state, command, parentIsThere(command));
    }

    @Override
    public void mustReach(SignedIn user, OrganizationState state, String stream) {
        Scopes.mustReach(user, new OrganizationId(stream));
    }

    @Override
    public Set<Class<? extends OrganizationCommand>> legal(OrganizationState state, Instant now) {
        return OrganizationDecider.legal(state);
    }

    private boolean parentIsThere(OrganizationCommand command) {
        return switch (command) {
            case Establish establish -> establish.parent() != null && halls.knows(establish.parent());
            case SurveyHall _, SetServiceHours _, AppointLeader _ -> true;
        };
    }
}

package org.serviceledger.command.staff;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.staff.StaffCommand;
import org.serviceledger.api.staff.StaffCommand.Assign;
import org.serviceledger.api.staff.StaffCommand.Leave;
import org.serviceledger.api.staff.StaffCommand.Register;
import org.serviceledger.api.staff.StaffEvent;
import org.serviceledger.api.staff.StaffId;
import org.serviceledger.command.organization.HallDirectory;
import org.serviceledger.command.staff.StaffState.Unregistered;
import org.serviceledger.command.stream.Decides;
import org.serviceledger.command.stream.Happenings;
import org.serviceledger.command.window.WindowRegister;
import org.serviceledger.command.window.WindowStanding;

/** Lets Axon drive the {@link StaffDecider}; it holds no rule. */
@Aggregate(type = "Staff")
final class MemberOfStaff {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable StaffId id;

    private StaffState state = new Unregistered();

    MemberOfStaff() {}

    @Decides
    void handle(Register command, HallDirectory halls) {
        decide(command, new StaffFacts(halls.knows(command.organization()), WindowStanding.UNKNOWN, false));
    }

    @Decides
    void handle(Assign command, WindowRegister windows, StaffRegister staff) {
        var partner = command.partner();
        var partnerIsThere = partner != null && staff.member(partner).isPresent();
        decide(command, new StaffFacts(false, windows.standing(command.window()), partnerIsThere));
    }

    @Decides
    void handle(Leave command) {
        decide(command, StaffFacts.NONE);
    }

    @EventSourcingHandler
    void on(StaffEvent event) {
        id = event.staffId();
        state = state.evolve(event);
    }

    private void decide(StaffCommand command, StaffFacts facts) {
        Happenings.append(StaffDecider.decide(state, command, facts));
    }
}

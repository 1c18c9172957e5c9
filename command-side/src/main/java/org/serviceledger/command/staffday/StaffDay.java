package org.serviceledger.command.staffday;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.staffday.StaffDayCommand;
import org.serviceledger.api.staffday.StaffDayCommand.CheckIn;
import org.serviceledger.api.staffday.StaffDayCommand.CheckOut;
import org.serviceledger.api.staffday.StaffDayCommand.EstablishAbsence;
import org.serviceledger.api.staffday.StaffDayCommand.GrantLeave;
import org.serviceledger.api.staffday.StaffDayCommand.HandOver;
import org.serviceledger.api.staffday.StaffDayCommand.Inspect;
import org.serviceledger.api.staffday.StaffDayCommand.Roster;
import org.serviceledger.api.staffday.StaffDayEvent;
import org.serviceledger.api.staffday.StaffDayId;
import org.serviceledger.command.organization.HallDirectory;
import org.serviceledger.command.staff.StaffRegister;
import org.serviceledger.command.staffday.StaffDayState.NotRostered;
import org.serviceledger.command.stream.Decides;
import org.serviceledger.command.stream.Happenings;

/** Lets Axon drive the {@link StaffDayDecider}; it holds no rule. */
@Aggregate(type = "StaffDay")
final class StaffDay {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable StaffDayId id;

    private StaffDayState state = new NotRostered();

    StaffDay() {}

    @Decides
    void handle(Roster command, StaffRegister staff, HallDirectory halls) {
        decide(command, staff, halls);
    }

    @Decides
    void handle(CheckIn command, StaffRegister staff, HallDirectory halls) {
        decide(command, staff, halls);
    }

    @Decides
    void handle(CheckOut command, StaffRegister staff, HallDirectory halls) {
        decide(command, staff, halls);
    }

    @Decides
    void handle(GrantLeave command, StaffRegister staff, HallDirectory halls) {
        decide(command, staff, halls);
    }

    @Decides
    void handle(HandOver command, StaffRegister staff, HallDirectory halls) {
        decide(command, staff, halls);
    }

    @Decides
    void handle(EstablishAbsence command, StaffRegister staff, HallDirectory halls) {
        decide(command, staff, halls);
    }

    @Decides
    void handle(Inspect command, StaffRegister staff, HallDirectory halls) {
        decide(command, staff, halls);
    }

    @EventSourcingHandler
    void on(StaffDayEvent event) {
        id = event.staffDayId();
        state = state.evolve(event);
    }

    private void decide(StaffDayCommand command, StaffRegister staff, HallDirectory halls) {
        var member = staff.member(command.staffDayId().staff());
        var hall = member.flatMap(found -> halls.hall(found.organization()));
        Happenings.append(StaffDayDecider.decide(state, command, new StaffDayFacts(member, hall)));
    }
}

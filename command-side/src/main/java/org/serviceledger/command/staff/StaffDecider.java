package org.serviceledger.command.staff;

import java.util.List;
import java.util.Set;
import org.serviceledger.api.CommandRefused;
import org.serviceledger.api.Refusal;
import org.serviceledger.api.organization.OrganizationRefusal.NotEstablished;
import org.serviceledger.api.staff.StaffCommand;
import org.serviceledger.api.staff.StaffCommand.Assign;
import org.serviceledger.api.staff.StaffCommand.Leave;
import org.serviceledger.api.staff.StaffCommand.Register;
import org.serviceledger.api.staff.StaffEvent;
import org.serviceledger.api.staff.StaffEvent.StaffAssigned;
import org.serviceledger.api.staff.StaffEvent.StaffLeft;
import org.serviceledger.api.staff.StaffEvent.StaffRegistered;
import org.serviceledger.api.staff.StaffRefusal.AlreadyRegistered;
import org.serviceledger.api.staff.StaffRefusal.HasLeft;
import org.serviceledger.api.staff.StaffRefusal.NotRegistered;
import org.serviceledger.api.staff.StaffRefusal.OwnPartner;
import org.serviceledger.api.staff.StaffRefusal.WindowOfAnotherHall;
import org.serviceledger.api.window.WindowRefusal.WindowIsRetired;
import org.serviceledger.api.window.WindowRefusal.WindowNotSetUp;
import org.serviceledger.command.staff.StaffState.InService;
import org.serviceledger.command.staff.StaffState.Left;
import org.serviceledger.command.staff.StaffState.Unregistered;
import org.serviceledger.command.window.WindowStanding;

/** The rules of a member of staff. Pure functions: they depend on no framework and no clock. */
final class StaffDecider {

    private StaffDecider() {}

    static List<StaffEvent> decide(StaffState state, StaffCommand command, StaffFacts facts) {
        return switch (command) {
            case Register register -> register(state, register, facts);
            case Assign assign -> assign(mustBeInService(state, assign), assign, facts);
            case Leave leave -> leave(mustBeInService(state, leave), leave);
        };
    }

    /** The commands that may follow in this state; every other one is refused. */
    static Set<Class<? extends StaffCommand>> legal(StaffState state) {
        return switch (state) {
            case Unregistered _ -> Set.of(Register.class);
            case InService _ -> Set.of(Assign.class, Leave.class);
            case Left _ -> Set.of();
        };
    }

    private static List<StaffEvent> register(StaffState state, Register c, StaffFacts facts) {
        refuseIf(!(state instanceof Unregistered), new AlreadyRegistered(c.staffId()));
        refuseIf(!facts.hallIsThere(), new NotEstablished(c.organization()));
        return List.of(new StaffRegistered(
                c.staffId(), c.name(), c.organization(), c.post(), c.role(), c.department(), c.by(), c.at()));
    }

    private static List<StaffEvent> assign(StaffRecord member, Assign c, StaffFacts facts) {
        var id = c.staffId();
        var partner = c.partner();
        refuseIf(!c.window().organization().equals(member.organization()), new WindowOfAnotherHall(id, c.window()));
        refuseIf(facts.window() == WindowStanding.UNKNOWN, new WindowNotSetUp(c.window()));
        refuseIf(facts.window() == WindowStanding.RETIRED, new WindowIsRetired(c.window()));
        refuseIf(id.equals(partner), new OwnPartner(id));
        if (partner != null && !facts.partnerIsThere()) {
            throw new CommandRefused(new NotRegistered(partner));
        }
        return List.of(new StaffAssigned(
                id, member.name(), member.organization(), c.window(), c.duty(), partner, c.from(), c.by(), c.at()));
    }

    private static List<StaffEvent> leave(StaffRecord member, Leave c) {
        return List.of(new StaffLeft(c.staffId(), member.name(), member.organization(), c.last(), c.by(), c.at()));
    }

    private static StaffRecord mustBeInService(StaffState state, StaffCommand command) {
        return switch (state) {
            case InService(var member) -> member;
            case Unregistered _ -> throw new CommandRefused(new NotRegistered(command.staffId()));
            case Left _ -> throw new CommandRefused(new HasLeft(command.staffId()));
        };
    }

    private static void refuseIf(boolean broken, Refusal refusal) {
        if (broken) {
            throw new CommandRefused(refusal);
        }
    }
}

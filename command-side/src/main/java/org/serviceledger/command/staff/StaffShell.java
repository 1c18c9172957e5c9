package org.serviceledger.command.staff;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.CommandRefused;
import org.serviceledger.api.SignedIn;
import org.serviceledger.api.staff.StaffCommand;
import org.serviceledger.api.staff.StaffCommand.Assign;
import org.serviceledger.api.staff.StaffCommand.Leave;
import org.serviceledger.api.staff.StaffCommand.Register;
import org.serviceledger.api.staff.StaffEvent;
import org.serviceledger.api.staff.StaffId;
import org.serviceledger.api.staff.StaffRefusal;
import org.serviceledger.command.access.Scopes;
import org.serviceledger.command.organization.HallDirectory;
import org.serviceledger.command.staff.StaffState.InService;
import org.serviceledger.command.staff.StaffState.Left;
import org.serviceledger.command.staff.StaffState.Unregistered;
import org.serviceledger.command.stream.FamilyShell;
import org.serviceledger.command.window.WindowRegister;
import org.serviceledger.command.window.WindowStanding;
import org.springframework.stereotype.Component;

/** Runs members of staff and loads the hall, window or partner that a command names. */
@Component
final class StaffShell extends FamilyShell<StaffState, StaffCommand, StaffEvent> {

    private final HallDirectory halls;
    private final WindowRegister windows;
    private final StaffRegister staff;

    StaffShell(HallDirectory halls, WindowRegister windows, StaffRegister staff) {
        super("Staff", StaffCommand.class, StaffEvent.class, new Unregistered(), StaffState::evolve);
        this.halls = halls;
        this.windows = windows;
        this.staff = staff;
    }

    @Override
    public List<StaffEvent> decide(StaffState state, StaffCommand command) {
        return StaffDecider.decide(state, command, facts(command));
    }

    @Override
    public void mustReach(SignedIn user, StaffState state, String stream) {
        Scopes.mustReach(user, member(state, new StaffId(stream)).organization());
    }

    @Override
    public StaffCommand admit(SignedIn user, StaffState state, StaffCommand command) {
        switch (command) {
            case Register register -> Scopes.mustReach(user, register.organization());
            case Assign _, Leave _ -> mustReach(user, state, command.stream());
        }
        return command;
    }

    private static StaffRecord member(StaffState state, StaffId id) {
        return switch (state) {
            case Unregistered _ -> throw new CommandRefused(new StaffRefusal.NotRegistered(id));
            case InService(var member) -> member;
            case Left(var member) -> member;
        };
    }

    @Override
    public Set<Class<? extends StaffCommand>> legal(StaffState state, Instant now) {
        return StaffDecider.legal(state);
    }

    private StaffFacts facts(StaffCommand command) {
        return switch (command) {
            case Register register ->
                new StaffFacts(halls.knows(register.organization()), WindowStanding.UNKNOWN, false);
            case Assign assign -> new StaffFacts(false, windows.standing(assign.window()), isThere(assign.partner()));
            case Leave _ -> StaffFacts.NONE;
        };
    }

    private boolean isThere(@Nullable StaffId partner) {
        return partner != null && staff.member(partner).isPresent();
    }
}

package org.serviceledger.command.staffday;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.serviceledger.api.staffday.StaffDayCommand;
import org.serviceledger.api.staffday.StaffDayEvent;
import org.serviceledger.command.organization.HallDirectory;
import org.serviceledger.command.staff.StaffRegister;
import org.serviceledger.command.stream.FamilyShell;
import org.springframework.stereotype.Component;

/** Runs staff days (考勤) and loads the person and the service hours of their hall. */
@Component
final class StaffDayShell extends FamilyShell<StaffDayState, StaffDayCommand, StaffDayEvent> {

    private final StaffRegister staff;
    private final HallDirectory halls;

    StaffDayShell(StaffRegister staff, HallDirectory halls) {
        super(
                "StaffDay",
                StaffDayCommand.class,
                StaffDayEvent.class,
                new StaffDayState.NotRostered(),
                StaffDayState::evolve,
                5_000);
        this.staff = staff;
        this.halls = halls;
    }

    @Override
    public List<StaffDayEvent> decide(StaffDayState state, StaffDayCommand command) {
        var member = staff.member(command.staffDayId().staff());
        var hall = member.flatMap(found -> halls.hall(found.organization()));
        return StaffDayDecider.decide(state, command, new StaffDayFacts(member, hall));
    }

    @Override
    public Set<Class<? extends StaffDayCommand>> legal(StaffDayState state, Instant now) {
        return StaffDayDecider.legal(state, now);
    }
}

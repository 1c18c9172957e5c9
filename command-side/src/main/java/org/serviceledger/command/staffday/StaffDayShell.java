package org.serviceledger.command.staffday;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.serviceledger.api.CommandRefused;
import org.serviceledger.api.SignedIn;
import org.serviceledger.api.act.AccessRefused;
import org.serviceledger.api.staff.StaffId;
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
import org.serviceledger.api.staffday.StaffDayRefusal;
import org.serviceledger.command.access.Scopes;
import org.serviceledger.command.organization.HallDirectory;
import org.serviceledger.command.staff.StaffRecord;
import org.serviceledger.command.staff.StaffRegister;
import org.serviceledger.command.stream.FamilyShell;
import org.serviceledger.words.Message;
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
        return StaffDayDecider.decide(state, command, new StaffDayFacts(member, hall, substitute(command)));
    }

    private Optional<StaffRecord> substitute(StaffDayCommand command) {
        return command instanceof HandOver over ? staff.member(over.to()) : Optional.empty();
    }

    @Override
    public void mustReach(SignedIn user, StaffDayState state, String stream) {
        Scopes.mustReach(user, member(new StaffDayId(stream)).organization());
    }

    @Override
    public StaffDayCommand admit(SignedIn user, StaffDayState state, StaffDayCommand command) {
        mustReach(user, state, command.stream());
        switch (command) {
            case CheckIn _, CheckOut _ -> mustBeOwn(user, command.staffDayId().staff());
            case HandOver over -> {
                mustBeOwn(user, command.staffDayId().staff());
                staff.member(over.to()).ifPresent(substitute -> Scopes.mustReach(user, substitute.organization()));
            }
            case Roster _, GrantLeave _, EstablishAbsence _, Inspect _ -> {}
        }
        return command;
    }

    private StaffRecord member(StaffDayId day) {
        return staff.member(day.staff()).orElseThrow(() -> new CommandRefused(new StaffDayRefusal.NoSuchStaff(day)));
    }

    private static void mustBeOwn(SignedIn user, StaffId staff) {
        if (!staff.equals(user.staff()) && !user.speaksForOthers()) {
            throw new AccessRefused("access/own-day", Message.of("problem.access/own-day", "staff", staff));
        }
    }

    @Override
    public Set<Class<? extends StaffDayCommand>> legal(StaffDayState state, Instant now) {
        return StaffDayDecider.legal(state, now);
    }
}

package org.serviceledger.command.calendar;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.serviceledger.api.SignedIn;
import org.serviceledger.api.calendar.CalendarCommand;
import org.serviceledger.api.calendar.CalendarEvent;
import org.serviceledger.command.access.Scopes;
import org.serviceledger.command.stream.FamilyShell;
import org.springframework.stereotype.Component;

/** Runs the working-day calendar. */
@Component
final class CalendarShell extends FamilyShell<CalendarState, CalendarCommand, CalendarEvent> {

    CalendarShell() {
        super("Calendar", CalendarCommand.class, CalendarEvent.class, CalendarState.INITIAL, CalendarState::evolve);
    }

    @Override
    public List<CalendarEvent> decide(CalendarState state, CalendarCommand command) {
        return CalendarDecider.decide(state, command);
    }

    @Override
    public void mustReach(SignedIn user, CalendarState state, String stream) {
        Scopes.mustReachCounty(user);
    }

    @Override
    public Set<Class<? extends CalendarCommand>> legal(CalendarState state, Instant now) {
        return CalendarDecider.legal();
    }
}

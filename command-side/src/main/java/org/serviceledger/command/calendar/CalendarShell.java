package org.serviceledger.command.calendar;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.serviceledger.api.calendar.CalendarCommand;
import org.serviceledger.api.calendar.CalendarEvent;
import org.serviceledger.command.stream.FamilyShell;
import org.springframework.stereotype.Component;

/** Runs the working-day calendar. */
@Component
final class CalendarShell implements FamilyShell<CalendarState, CalendarCommand, CalendarEvent> {

    @Override
    public String type() {
        return "Calendar";
    }

    @Override
    public Class<CalendarCommand> commands() {
        return CalendarCommand.class;
    }

    @Override
    public Class<CalendarEvent> events() {
        return CalendarEvent.class;
    }

    @Override
    public CalendarState initial() {
        return CalendarState.INITIAL;
    }

    @Override
    public CalendarState evolve(CalendarState state, CalendarEvent event) {
        return state.evolve(event);
    }

    @Override
    public List<CalendarEvent> decide(CalendarState state, CalendarCommand command) {
        return CalendarDecider.decide(state, command);
    }

    @Override
    public Set<Class<? extends CalendarCommand>> legal(CalendarState state, Instant now) {
        return CalendarDecider.legal();
    }
}

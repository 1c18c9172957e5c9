package org.serviceledger.command.log;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.serviceledger.api.log.LogCommand;
import org.serviceledger.api.log.LogEvent;
import org.serviceledger.command.stream.FamilyShell;
import org.springframework.stereotype.Component;

/** Runs the years of the log: key rotations and anchored checkpoints. */
@Component
final class LogYearShell implements FamilyShell<LogYearState, LogCommand, LogEvent> {

    @Override
    public String type() {
        return "LogYear";
    }

    @Override
    public Class<LogCommand> commands() {
        return LogCommand.class;
    }

    @Override
    public Class<LogEvent> events() {
        return LogEvent.class;
    }

    @Override
    public LogYearState initial() {
        return LogYearState.INITIAL;
    }

    @Override
    public LogYearState evolve(LogYearState state, LogEvent event) {
        return state.evolve(event);
    }

    @Override
    public List<LogEvent> decide(LogYearState state, LogCommand command) {
        return LogYearDecider.decide(state, command);
    }

    @Override
    public Set<Class<? extends LogCommand>> legal(LogYearState state, Instant now) {
        return LogYearDecider.legal();
    }
}

package org.serviceledger.command.log;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.serviceledger.api.SignedIn;
import org.serviceledger.api.log.LogCommand;
import org.serviceledger.api.log.LogEvent;
import org.serviceledger.command.access.Scopes;
import org.serviceledger.command.stream.FamilyShell;
import org.springframework.stereotype.Component;

/** Runs the years of the log: key rotations and anchored checkpoints. */
@Component
final class LogYearShell extends FamilyShell<LogYearState, LogCommand, LogEvent> {

    LogYearShell() {
        super("LogYear", LogCommand.class, LogEvent.class, LogYearState.INITIAL, LogYearState::evolve);
    }

    @Override
    public List<LogEvent> decide(LogYearState state, LogCommand command) {
        return LogYearDecider.decide(state, command);
    }

    @Override
    public void mustReach(SignedIn user, LogYearState state, String stream) {
        Scopes.mustReachCounty(user);
    }

    @Override
    public Set<Class<? extends LogCommand>> legal(LogYearState state, Instant now) {
        return LogYearDecider.legal();
    }
}

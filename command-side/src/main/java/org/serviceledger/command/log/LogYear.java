package org.serviceledger.command.log;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.log.LogCommand;
import org.serviceledger.api.log.LogCommand.AnchorCheckpoint;
import org.serviceledger.api.log.LogCommand.RecordKeyRotation;
import org.serviceledger.api.log.LogEvent;
import org.serviceledger.api.log.LogYearId;
import org.serviceledger.command.stream.Decides;
import org.serviceledger.command.stream.Happenings;

/** Lets Axon drive the {@link LogYearDecider}; it holds no rule. */
@Aggregate(type = "LogYear")
final class LogYear {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable LogYearId id;

    private LogYearState state = LogYearState.INITIAL;

    LogYear() {}

    @Decides
    void handle(RecordKeyRotation command) {
        decide(command);
    }

    @Decides
    void handle(AnchorCheckpoint command) {
        decide(command);
    }

    @EventSourcingHandler
    void on(LogEvent event) {
        id = event.logYearId();
        state = state.evolve(event);
    }

    private void decide(LogCommand command) {
        Happenings.append(LogYearDecider.decide(state, command));
    }
}

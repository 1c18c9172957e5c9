package org.serviceledger.command.acceptance;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.serviceledger.api.Actor;
import org.serviceledger.api.CommandRefused;
import org.serviceledger.api.Refusal;
import org.serviceledger.api.cases.CaseCommand.DeemAccepted;
import org.serviceledger.api.cases.CaseEvent.CaseApplied;
import org.serviceledger.api.cases.CaseId;
import org.serviceledger.api.cases.CaseRefusal.NoSuchCase;
import org.serviceledger.api.cases.CaseRefusal.NotInThisStage;
import org.serviceledger.api.cases.CaseRefusal.SupplementRequestedBefore;

/** Records the deemed acceptance of a case in place of the department that did not answer in time. */
final class DeemedAcceptance {

    private final CommandGateway commands;
    private final EventStore events;
    private final Clock clock;

    DeemedAcceptance(CommandGateway commands, EventStore events, Clock clock) {
        this.commands = commands;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Deems the case accepted. Does nothing if the department has answered or if there is no such case. Any other
     * failure is thrown, so that the scheduler retries.
     */
    void settle(CaseId id) {
        try {
            commands.sendAndWait(
                    new DeemAccepted(id, onBehalf(id), clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        } catch (CommandRefused e) {
            if (!isAnswered(e.refusal())) {
                throw e;
            }
        }
    }

    private static boolean isAnswered(Refusal refusal) {
        return refusal instanceof NotInThisStage
                || refusal instanceof SupplementRequestedBefore
                || refusal instanceof NoSuchCase;
    }

    private Actor onBehalf(CaseId id) {
        return events.readEvents(id.value())
                .asStream()
                .findFirst()
                .map(first -> first.getPayload() instanceof CaseApplied applied
                        ? Actor.systemFor(applied.organization(), applied.item().department())
                        : Actor.system())
                .orElseGet(Actor::system);
    }
}

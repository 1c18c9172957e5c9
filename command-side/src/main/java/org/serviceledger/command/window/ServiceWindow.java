package org.serviceledger.command.window;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.window.WindowCommand;
import org.serviceledger.api.window.WindowCommand.RetireWindow;
import org.serviceledger.api.window.WindowCommand.SetUpWindow;
import org.serviceledger.api.window.WindowEvent;
import org.serviceledger.api.window.WindowId;
import org.serviceledger.command.organization.HallDirectory;
import org.serviceledger.command.stream.Decides;
import org.serviceledger.command.stream.Happenings;

/** Lets Axon drive the {@link WindowDecider}; it holds no rule. */
@Aggregate(type = "Window")
final class ServiceWindow {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable WindowId id;

    private WindowState state = WindowState.INITIAL;

    ServiceWindow() {}

    @Decides
    void handle(SetUpWindow command, HallDirectory halls) {
        decide(command, halls.knows(command.windowId().organization()));
    }

    @Decides
    void handle(RetireWindow command) {
        decide(command, true);
    }

    @EventSourcingHandler
    void on(WindowEvent event) {
        id = event.windowId();
        state = state.evolve(event);
    }

    private void decide(WindowCommand command, boolean hallIsThere) {
        Happenings.append(WindowDecider.decide(state, command, hallIsThere));
    }
}

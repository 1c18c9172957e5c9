package org.serviceledger.command.windowday;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.windowday.WindowDayCommand;
import org.serviceledger.api.windowday.WindowDayCommand.CloseWindow;
import org.serviceledger.api.windowday.WindowDayCommand.OpenWindow;
import org.serviceledger.api.windowday.WindowDayCommand.PauseWindow;
import org.serviceledger.api.windowday.WindowDayCommand.ResumeWindow;
import org.serviceledger.api.windowday.WindowDayCommand.ServeExtraHours;
import org.serviceledger.api.windowday.WindowDayEvent;
import org.serviceledger.api.windowday.WindowDayId;
import org.serviceledger.command.stream.Decides;
import org.serviceledger.command.stream.Happenings;
import org.serviceledger.command.window.WindowRegister;

/** Lets Axon drive the {@link WindowDayDecider}; it holds no rule. */
@Aggregate(type = "WindowDay")
final class WindowDay {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable WindowDayId id;

    private WindowDayState state = WindowDayState.INITIAL;

    WindowDay() {}

    @Decides
    void handle(OpenWindow command, WindowRegister windows) {
        decide(command, windows);
    }

    @Decides
    void handle(PauseWindow command, WindowRegister windows) {
        decide(command, windows);
    }

    @Decides
    void handle(ResumeWindow command, WindowRegister windows) {
        decide(command, windows);
    }

    @Decides
    void handle(CloseWindow command, WindowRegister windows) {
        decide(command, windows);
    }

    @Decides
    void handle(ServeExtraHours command, WindowRegister windows) {
        decide(command, windows);
    }

    @EventSourcingHandler
    void on(WindowDayEvent event) {
        id = event.windowDayId();
        state = state.evolve(event);
    }

    private void decide(WindowDayCommand command, WindowRegister windows) {
        var window = windows.standing(command.windowDayId().window());
        Happenings.append(WindowDayDecider.decide(state, command, window));
    }
}

package org.serviceledger.api.window;

import java.time.Instant;
import org.serviceledger.api.Actor;
import org.serviceledger.api.LedgerCommand;

/** Commands on a window (窗口). */
public sealed interface WindowCommand extends LedgerCommand {

    WindowId windowId();

    @Override
    default String stream() {
        return windowId().value();
    }

    record SetUpWindow(WindowId windowId, String name, WindowKind kind, Actor by, Instant at)
            implements WindowCommand {}

    record RetireWindow(WindowId windowId, String reason, Actor by, Instant at) implements WindowCommand {}
}

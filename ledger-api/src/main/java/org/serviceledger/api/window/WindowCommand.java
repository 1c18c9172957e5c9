package org.serviceledger.api.window;

import static org.serviceledger.api.UserRole.MANAGER;

import java.time.Instant;
import org.serviceledger.api.Actor;
import org.serviceledger.api.LedgerCommand;
import org.serviceledger.api.act.Act;
import org.serviceledger.api.act.Text;

/** Commands on a window (窗口). */
public sealed interface WindowCommand extends LedgerCommand {

    WindowId windowId();

    @Override
    default String stream() {
        return windowId().value();
    }

    @Act(method = Act.Method.CREATE, roles = MANAGER)
    record SetUpWindow(WindowId windowId, @Text(max = 100) String name, WindowKind kind, Actor by, Instant at)
            implements WindowCommand {}

    @Act(path = "retire", roles = MANAGER)
    record RetireWindow(WindowId windowId, @Text(max = 2000) String reason, Actor by, Instant at)
            implements WindowCommand {}
}

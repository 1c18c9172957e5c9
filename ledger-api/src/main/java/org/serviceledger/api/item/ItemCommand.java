package org.serviceledger.api.item;

import static org.serviceledger.api.UserRole.ADMINISTRATOR;

import java.time.Instant;
import org.serviceledger.api.Actor;
import org.serviceledger.api.LedgerCommand;
import org.serviceledger.api.act.Act;
import org.serviceledger.api.act.Text;

/** Commands on a service item (政务服务事项). */
public sealed interface ItemCommand extends LedgerCommand {

    ItemId itemId();

    @Override
    default String stream() {
        return itemId().value();
    }

    @Act(method = Act.Method.CREATE, roles = ADMINISTRATOR)
    record Publish(ItemId itemId, ItemDetails details, Actor by, Instant at) implements ItemCommand {}

    @Act(path = "revise", roles = ADMINISTRATOR)
    record Revise(ItemId itemId, ItemDetails details, Actor by, Instant at) implements ItemCommand {}

    @Act(path = "suspend", roles = ADMINISTRATOR)
    record SuspendItem(ItemId itemId, @Text(max = 2000) String reason, Actor by, Instant at) implements ItemCommand {}

    @Act(path = "resume", roles = ADMINISTRATOR)
    record ResumeItem(ItemId itemId, Actor by, Instant at) implements ItemCommand {}

    @Act(path = "cancel", roles = ADMINISTRATOR)
    record CancelItem(ItemId itemId, @Text(max = 2000) String reason, Actor by, Instant at) implements ItemCommand {}
}

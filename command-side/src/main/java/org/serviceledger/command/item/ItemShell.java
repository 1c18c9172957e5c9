package org.serviceledger.command.item;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.serviceledger.api.SignedIn;
import org.serviceledger.api.item.ItemCommand;
import org.serviceledger.api.item.ItemEvent;
import org.serviceledger.command.access.Scopes;
import org.serviceledger.command.stream.FamilyShell;
import org.springframework.stereotype.Component;

/** Runs service items (事项). */
@Component
final class ItemShell extends FamilyShell<ItemState, ItemCommand, ItemEvent> {

    ItemShell() {
        super("Item", ItemCommand.class, ItemEvent.class, new ItemState.Unpublished(), ItemState::evolve);
    }

    @Override
    public List<ItemEvent> decide(ItemState state, ItemCommand command) {
        return ItemDecider.decide(state, command);
    }

    @Override
    public void mustReach(SignedIn user, ItemState state, String stream) {
        Scopes.mustReachCounty(user);
    }

    @Override
    public Set<Class<? extends ItemCommand>> legal(ItemState state, Instant now) {
        return ItemDecider.legal(state);
    }
}

package org.serviceledger.command.item;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.serviceledger.api.item.ItemCommand;
import org.serviceledger.api.item.ItemEvent;
import org.serviceledger.command.stream.FamilyShell;
import org.springframework.stereotype.Component;

/** Runs service items (事项). */
@Component
final class ItemShell implements FamilyShell<ItemState, ItemCommand, ItemEvent> {

    @Override
    public String type() {
        return "Item";
    }

    @Override
    public Class<ItemCommand> commands() {
        return ItemCommand.class;
    }

    @Override
    public Class<ItemEvent> events() {
        return ItemEvent.class;
    }

    @Override
    public ItemState initial() {
        return new ItemState.Unpublished();
    }

    @Override
    public ItemState evolve(ItemState state, ItemEvent event) {
        return state.evolve(event);
    }

    @Override
    public List<ItemEvent> decide(ItemState state, ItemCommand command) {
        return ItemDecider.decide(state, command);
    }

    @Override
    public Set<Class<? extends ItemCommand>> legal(ItemState state, Instant now) {
        return ItemDecider.legal(state);
    }
}

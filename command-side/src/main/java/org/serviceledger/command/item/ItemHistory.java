package org.serviceledger.command.item;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.serviceledger.api.item.ItemEvent;
import org.serviceledger.api.item.ItemId;
import org.serviceledger.api.item.ItemInForce;
import org.serviceledger.command.item.ItemState.InUse;
import org.serviceledger.command.item.ItemState.Listed;
import org.serviceledger.command.item.ItemState.OutOfUse;
import org.serviceledger.command.item.ItemState.Unpublished;

/**
 * The states of an item in the order they were recorded. An application with an earlier date is judged by the state in
 * force on that date.
 */
record ItemHistory(List<Listed> states) {

    static final ItemHistory NONE = new ItemHistory(List.of());

    ItemHistory {
        states = List.copyOf(states);
    }

    ItemHistory evolve(ItemEvent event) {
        var before = states.isEmpty() ? new Unpublished() : states.getLast();
        var more = new ArrayList<>(states);
        more.add(before.evolve(event));
        return new ItemHistory(more);
    }

    ItemStanding standing(ItemId id, Instant moment) {
        if (states.isEmpty()) {
            return new ItemStanding.NoSuchItem();
        }
        return states.reversed().stream()
                .filter(state -> !state.since().isAfter(moment))
                .findFirst()
                .map(state -> standing(id, state))
                .orElseGet(
                        () -> new ItemStanding.NotYetInForce(states.getFirst().since()));
    }

    private static ItemStanding standing(ItemId id, Listed state) {
        return switch (state) {
            case InUse it -> new ItemStanding.InForce(ItemInForce.of(id, it.version(), it.details()));
            case OutOfUse out -> new ItemStanding.OutOfUse(out.state());
        };
    }
}

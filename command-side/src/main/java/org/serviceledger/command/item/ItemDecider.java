package org.serviceledger.command.item;

import java.util.List;
import java.util.Set;
import org.serviceledger.api.CommandRefused;
import org.serviceledger.api.item.ItemCommand;
import org.serviceledger.api.item.ItemCommand.CancelItem;
import org.serviceledger.api.item.ItemCommand.Publish;
import org.serviceledger.api.item.ItemCommand.ResumeItem;
import org.serviceledger.api.item.ItemCommand.Revise;
import org.serviceledger.api.item.ItemCommand.SuspendItem;
import org.serviceledger.api.item.ItemEvent;
import org.serviceledger.api.item.ItemEvent.ItemCancelled;
import org.serviceledger.api.item.ItemEvent.ItemPublished;
import org.serviceledger.api.item.ItemEvent.ItemResumed;
import org.serviceledger.api.item.ItemEvent.ItemRevised;
import org.serviceledger.api.item.ItemEvent.ItemSuspended;
import org.serviceledger.api.item.ItemRefusal.AlreadyPublished;
import org.serviceledger.api.item.ItemRefusal.BeforeThePrevious;
import org.serviceledger.api.item.ItemRefusal.NotInUse;
import org.serviceledger.api.item.ItemRefusal.NotPublished;
import org.serviceledger.api.item.ItemRefusal.NotSuspended;
import org.serviceledger.command.item.ItemState.Cancelled;
import org.serviceledger.command.item.ItemState.InUse;
import org.serviceledger.command.item.ItemState.Listed;
import org.serviceledger.command.item.ItemState.OutOfUse;
import org.serviceledger.command.item.ItemState.Suspended;
import org.serviceledger.command.item.ItemState.Unpublished;

/** The rules of a service item. Pure functions: they depend on no framework and no clock. */
final class ItemDecider {

    private ItemDecider() {}

    static List<ItemEvent> decide(ItemState state, ItemCommand command) {
        var events = inState(state, command);
        if (state instanceof Listed listed && command.at().isBefore(listed.since())) {
            throw new CommandRefused(new BeforeThePrevious(command.itemId(), command.at(), listed.since()));
        }
        return events;
    }

    /** The commands that may follow in this state; every other one is refused. */
    static Set<Class<? extends ItemCommand>> legal(ItemState state) {
        return switch (state) {
            case Unpublished _ -> Set.of(Publish.class);
            case InUse _ -> Set.of(Revise.class, SuspendItem.class, CancelItem.class);
            case Suspended _ -> Set.of(ResumeItem.class, CancelItem.class);
            case Cancelled _ -> Set.of();
        };
    }

    private static List<ItemEvent> inState(ItemState state, ItemCommand command) {
        return switch (command) {
            case Publish publish -> publish(state, publish);
            case Revise revise -> revise(mustBeInUse(state, revise), revise);
            case SuspendItem suspend -> {
                mustBeInUse(state, suspend);
                yield suspend(suspend);
            }
            case ResumeItem resume -> resume(state, resume);
            case CancelItem cancel -> cancel(state, cancel);
        };
    }

    private static List<ItemEvent> publish(ItemState state, Publish c) {
        if (!(state instanceof Unpublished)) {
            throw new CommandRefused(new AlreadyPublished(c.itemId()));
        }
        ItemRules.mustHold(c.itemId(), c.details());
        return List.of(new ItemPublished(c.itemId(), 1, c.details(), c.by(), c.at()));
    }

    /** A revision that changes nothing yields no event and uses no version number. */
    private static List<ItemEvent> revise(InUse item, Revise c) {
        ItemRules.mustAgreeWithTheCatalogue(c.itemId(), item.details(), c.details());
        ItemRules.mustHold(c.itemId(), c.details());
        return item.details().equals(c.details())
                ? List.of()
                : List.of(new ItemRevised(c.itemId(), item.version() + 1, c.details(), c.by(), c.at()));
    }

    private static List<ItemEvent> suspend(SuspendItem c) {
        return List.of(new ItemSuspended(c.itemId(), c.reason(), c.by(), c.at()));
    }

    private static List<ItemEvent> resume(ItemState state, ResumeItem c) {
        return switch (state) {
            case Suspended _ -> List.of(new ItemResumed(c.itemId(), c.by(), c.at()));
            case Unpublished _ -> throw new CommandRefused(new NotPublished(c.itemId()));
            case InUse _, Cancelled _ -> throw new CommandRefused(new NotSuspended(c.itemId()));
        };
    }

    private static List<ItemEvent> cancel(ItemState state, CancelItem c) {
        return switch (state) {
            case InUse _, Suspended _ -> List.of(new ItemCancelled(c.itemId(), c.reason(), c.by(), c.at()));
            case Unpublished _ -> throw new CommandRefused(new NotPublished(c.itemId()));
            case Cancelled cancelled -> throw new CommandRefused(new NotInUse(c.itemId(), cancelled.state()));
        };
    }

    private static InUse mustBeInUse(ItemState state, ItemCommand command) {
        return switch (state) {
            case InUse inUse -> inUse;
            case Unpublished _ -> throw new CommandRefused(new NotPublished(command.itemId()));
            case OutOfUse out -> throw new CommandRefused(new NotInUse(command.itemId(), out.state()));
        };
    }
}

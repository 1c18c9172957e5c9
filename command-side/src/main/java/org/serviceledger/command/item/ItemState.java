package org.serviceledger.command.item;

import java.time.Instant;
import org.serviceledger.api.item.ItemDetails;
import org.serviceledger.api.item.ItemEvent;
import org.serviceledger.api.item.ItemEvent.ItemCancelled;
import org.serviceledger.api.item.ItemEvent.ItemPublished;
import org.serviceledger.api.item.ItemEvent.ItemResumed;
import org.serviceledger.api.item.ItemEvent.ItemRevised;
import org.serviceledger.api.item.ItemEvent.ItemSuspended;
import org.serviceledger.api.item.ItemRefusal.State;

/** What the rules need to know of a service item's past: one type for each stage of its life. */
sealed interface ItemState {

    record Unpublished() implements ItemState {}

    /** An item that is or was on the list; {@code since} is from when on it stands as it does. */
    sealed interface Listed extends ItemState {

        Instant since();
    }

    record InUse(int version, ItemDetails details, Instant since) implements Listed {}

    /** An item that takes no cases now. */
    sealed interface OutOfUse extends Listed {

        /** As refusals name it. */
        default State state() {
            return switch (this) {
                case Suspended _ -> State.SUSPENDED;
                case Cancelled _ -> State.CANCELLED;
            };
        }
    }

    record Suspended(int version, ItemDetails details, Instant since) implements OutOfUse {}

    record Cancelled(Instant since) implements OutOfUse {}

    /** Folds one event in; one that cannot follow means a corrupt stream. */
    default Listed evolve(ItemEvent event) {
        var now = event.occurredAt();
        return switch (event) {
            case ItemPublished e when this instanceof Unpublished -> new InUse(e.version(), e.details(), now);
            case ItemRevised e
            when this instanceof InUse inUse && e.version() == inUse.version() + 1 ->
                new InUse(e.version(), e.details(), now);
            case ItemSuspended _
            when this instanceof InUse before -> new Suspended(before.version(), before.details(), now);
            case ItemResumed _
            when this instanceof Suspended before -> new InUse(before.version(), before.details(), now);
            case ItemCancelled _ when this instanceof InUse || this instanceof Suspended -> new Cancelled(now);
            case ItemPublished _, ItemRevised _, ItemSuspended _, ItemResumed _, ItemCancelled _ ->
                throw new IllegalStateException("%s cannot follow %s".formatted(event, this));
        };
    }
}

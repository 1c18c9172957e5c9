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

/** The part of a service item's history that the rules need, with one type for each stage. */
sealed interface ItemState {

    record Unpublished() implements ItemState {}

    /** An item that is or was on the list. {@code since} is the time from which this state holds. */
    sealed interface Listed extends ItemState {

        Instant since();
    }

    record InUse(int version, ItemDetails details, Instant since) implements Listed {}

    /** An item that takes no cases now. */
    sealed interface OutOfUse extends Listed {

        /** Returns the state as refusals name it. */
        default State state() {
            return switch (this) {
                case Suspended _ -> State.SUSPENDED;
                case Cancelled _ -> State.CANCELLED;
            };
        }
    }

    record Suspended(int version, ItemDetails details, Instant since) implements OutOfUse {}

    record Cancelled(Instant since) implements OutOfUse {}

    /**
     * Returns the state after the event.
     *
     * @throws IllegalStateException if the event cannot follow this state, which means a corrupt stream
     */
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

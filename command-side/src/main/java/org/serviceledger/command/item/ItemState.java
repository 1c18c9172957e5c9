package org.serviceledger.command.item;

import org.serviceledger.api.ItemDetails;
import org.serviceledger.api.ItemEvent;
import org.serviceledger.api.ItemEvent.ItemCancelled;
import org.serviceledger.api.ItemEvent.ItemPublished;
import org.serviceledger.api.ItemEvent.ItemResumed;
import org.serviceledger.api.ItemEvent.ItemRevised;
import org.serviceledger.api.ItemEvent.ItemSuspended;

/** What the rules need to know of a service item's past: one type for each stage of its life. */
sealed interface ItemState {

    record Unpublished() implements ItemState {}

    record InUse(int version, ItemDetails details) implements ItemState {}

    record Suspended(int version, ItemDetails details) implements ItemState {}

    record Cancelled() implements ItemState {}

    /** The state's name in the national dictionary (在用, 暂停, 取消). */
    default String term() {
        return switch (this) {
            case Unpublished _ -> "未发布";
            case InUse _ -> "在用";
            case Suspended _ -> "暂停";
            case Cancelled _ -> "取消";
        };
    }

    /** Folds one event in; one that cannot follow means a corrupt stream. */
    default ItemState evolve(ItemEvent event) {
        return switch (event) {
            case ItemPublished e when this instanceof Unpublished -> new InUse(e.version(), e.details());
            case ItemRevised e
            when this instanceof InUse inUse && e.version() == inUse.version() + 1 ->
                new InUse(e.version(), e.details());
            case ItemSuspended _
            when this instanceof InUse(var version, var details) -> new Suspended(version, details);
            case ItemResumed _ when this instanceof Suspended(var version, var details) -> new InUse(version, details);
            case ItemCancelled _ when this instanceof InUse || this instanceof Suspended -> new Cancelled();
            case ItemPublished _, ItemRevised _, ItemSuspended _, ItemResumed _, ItemCancelled _ ->
                throw new IllegalStateException("%s cannot follow %s".formatted(event, this));
        };
    }
}

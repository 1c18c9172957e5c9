package org.serviceledger.projection.item;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.LedgerEvent;
import org.serviceledger.api.item.ItemEvent;
import org.serviceledger.projection.engine.ReadModel;
import org.serviceledger.projection.engine.RecordedEvent;

/** The read model of service items (事项), in their current state. */
public final class Items implements ReadModel<ItemDocument> {

    public static final String NAME = "items";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public Class<ItemDocument> documentType() {
        return ItemDocument.class;
    }

    @Override
    public Set<Class<? extends LedgerEvent>> families() {
        return Set.of(ItemEvent.class);
    }

    @Override
    public @Nullable String documentId(RecordedEvent event) {
        return event.payload() instanceof ItemEvent of ? of.itemId().value() : null;
    }

    @Override
    public @Nullable ItemDocument after(@Nullable ItemDocument document, RecordedEvent event) {
        return event.payload() instanceof ItemEvent of ? ItemDocument.after(document, of, event.position()) : document;
    }
}

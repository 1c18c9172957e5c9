package org.serviceledger.store;

import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Streams events, fetching batch after batch from where the last one ended. */
final class EventBatches extends AbstractSpliterator<StoredEvent> {

    /** Fetches the batch after an event, or the first batch for null. An empty batch ends the stream. */
    interface Fetch {
        List<StoredEvent> after(@Nullable StoredEvent last);
    }

    private final Fetch fetch;
    private @Nullable StoredEvent last;
    private Iterator<StoredEvent> batch = List.<StoredEvent>of().iterator();

    EventBatches(Fetch fetch) {
        super(Long.MAX_VALUE, Spliterator.NONNULL | Spliterator.ORDERED | Spliterator.DISTINCT);
        this.fetch = fetch;
    }

    @Override
    public boolean tryAdvance(Consumer<? super StoredEvent> action) {
        if (!batch.hasNext()) {
            batch = fetch.after(last).iterator();
        }
        if (!batch.hasNext()) {
            return false;
        }
        StoredEvent next = batch.next();
        last = next;
        action.accept(next);
        return true;
    }
}

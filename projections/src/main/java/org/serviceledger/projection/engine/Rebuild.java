package org.serviceledger.projection.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/**
 * Fills a new index of a read model from the beginning of the ledger. Folds many events in memory before it writes, so
 * that it writes most documents once.
 */
final class Rebuild<D extends Document> implements AutoCloseable {

    private final ReadModel<D> model;
    private final StreamableMessageSource<TrackedEventMessage<?>> ledger;
    private final DocumentIndex<D> index;
    private final int chunkSize;
    private final BlockingStream<TrackedEventMessage<?>> stream;
    private final Map<String, Kept<D>> recent;
    private final Instant since = Instant.now();
    private final String indexName;
    private final BooleanSupplier givenUp;

    private volatile @Nullable TrackingToken reached;
    private volatile long head = -1;
    private final AtomicLong documents = new AtomicLong();
    private Counts counts = Counts.NONE;

    Rebuild(
            ReadModel<D> model,
            StreamableMessageSource<TrackedEventMessage<?>> ledger,
            Generations<D> generations,
            String indexName,
            ProjectionSettings settings,
            BooleanSupplier givenUp) {
        this.model = model;
        this.ledger = ledger;
        this.indexName = indexName;
        this.givenUp = givenUp;
        this.index = generations.index(indexName, Patience.until(givenUp));
        this.chunkSize = settings.rebuildChunk();
        this.recent = new RecentDocuments<>(settings.rebuildChunk());
        this.stream = ledger.openStream(null);
    }

    /** Reads on up to the end of the ledger at the time of the call. Throws if the caller gives up. */
    void catchUp() throws InterruptedException {
        head = RecordedEvent.positionOf(ledger.createHeadToken());
        var chunk = new ArrayList<RecordedEvent>();
        while (RecordedEvent.positionOf(reached) < head) {
            if (givenUp.getAsBoolean()) {
                throw new IllegalStateException("the rebuild of %s was given up".formatted(model.name()));
            }
            if (!stream.hasNextAvailable(1, TimeUnit.SECONDS)) {
                continue;
            }
            var message = stream.nextAvailable();
            read(message, chunk);
            if (chunk.size() >= chunkSize) {
                write(chunk);
            }
            reached = message.trackingToken();
        }
        write(chunk);
    }

    private void read(TrackedEventMessage<?> message, List<RecordedEvent> chunk) {
        try {
            if (model.families().stream().anyMatch(family -> family.isAssignableFrom(message.getPayloadType()))) {
                chunk.add(RecordedEvent.of(message));
            }
        } catch (RuntimeException e) {
            throw ProjectionFailed.unreadable(message, e);
        }
    }

    private void write(List<RecordedEvent> chunk) {
        var folding = Folding.of(model, chunk, recent, index);
        chunk.forEach(folding::fold);
        index.put(folding.changed());
        documents.addAndGet(folding.changed().size());
        counts = counts.plus(folding.counts());
        if (!model.isOneDocumentPerEvent()) {
            recent.putAll(folding.changed());
        }
        chunk.clear();
    }

    /** Returns the token of the last event read, null before the first event. */
    @Nullable TrackingToken reached() {
        return reached;
    }

    /** Returns the counts of the events read. Throws if the index does not hold the same numbers. */
    Counts counts() {
        var totals = index.totals();
        if (totals.documents() != counts.documents() || totals.folded() != counts.folded()) {
            throw new IllegalStateException("%s holds %d documents of %d events where %d of %d were written"
                    .formatted(indexName, totals.documents(), totals.folded(), counts.documents(), counts.folded()));
        }
        return counts;
    }

    ProjectionStatus.Rebuild progress() {
        return new ProjectionStatus.Rebuild(indexName, RecordedEvent.positionOf(reached), head, documents.get(), since);
    }

    @Override
    public void close() {
        stream.close();
    }
}

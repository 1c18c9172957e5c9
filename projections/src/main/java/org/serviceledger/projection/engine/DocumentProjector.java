package org.serviceledger.projection.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.serviceledger.projection.engine.ProjectionStatus.Failure;

/**
 * Processes the events of one read model. Collects the events of a batch. Before the batch commits, fetches their
 * documents, folds the events in and writes the documents in bulk. Token and tally are committed afterwards, in one
 * transaction. Until then the tally is locked, so no other thread or node writes these documents.
 */
final class DocumentProjector<D extends Document> implements EventHandlerInvoker {

    private static final String BATCH = DocumentProjector.class.getName();

    private final ReadModel<D> model;
    private final DocumentIndex<D> index;
    private final Tallies tallies;
    private final int cachedDocuments;
    private final Map<Integer, Map<String, Kept<D>>> caches = new ConcurrentHashMap<>();
    private final Map<Integer, Failure> failures = new ConcurrentHashMap<>();
    private final AtomicLong writes = new AtomicLong();

    DocumentProjector(ReadModel<D> model, DocumentIndex<D> index, Tallies tallies, int cachedDocuments) {
        this.model = model;
        this.index = index;
        this.tallies = tallies;
        this.cachedDocuments = cachedDocuments;
    }

    @Override
    public boolean canHandleType(Class<?> payloadType) {
        return model.families().stream().anyMatch(family -> family.isAssignableFrom(payloadType));
    }

    @Override
    public boolean canHandle(EventMessage<?> message, Segment segment) {
        try {
            if (!canHandleType(message.getPayloadType())) {
                return false;
            }
            var id = model.documentId(RecordedEvent.of(message));
            return id != null && segment.matches(id.hashCode());
        } catch (RuntimeException e) {
            var unreadable = ProjectionFailed.unreadable(message, e);
            fail(segment, unreadable);
            throw unreadable;
        }
    }

    @Override
    public void handle(EventMessage<?> message, Segment segment) {
        var unit = CurrentUnitOfWork.get();
        List<RecordedEvent> batch = unit.getOrComputeResource(BATCH, _ -> {
            var events = new ArrayList<RecordedEvent>();
            unit.onPrepareCommit(_ -> flush(segment, events));
            unit.onRollback(_ -> caches.remove(segment.getSegmentId()));
            unit.afterCommit(_ -> failures.remove(segment.getSegmentId()));
            return events;
        });
        batch.add(RecordedEvent.of(message));
    }

    /** Clears the segment's cache, because another node may write its documents from now on. */
    @Override
    public void segmentReleased(Segment segment) {
        caches.remove(segment.getSegmentId());
    }

    @Override
    public boolean supportsReset() {
        return false;
    }

    /**
     * Clears caches and failures, because the index may be a new one. Callers must ensure that no events are being
     * processed.
     */
    void forget() {
        caches.clear();
        failures.clear();
    }

    /** Returns the number of writes. A change means that searches may lag behind. */
    long writes() {
        return writes.get();
    }

    Optional<Failure> failure() {
        return failures.values().stream().findFirst();
    }

    private void flush(Segment segment, List<RecordedEvent> batch) {
        var cache = caches.computeIfAbsent(segment.getSegmentId(), _ -> new RecentDocuments<>(cachedDocuments));
        try {
            var tally = tallies.lock(segment.getSegmentId());
            mustBeOfThisVersion(tally);
            var events = batch.stream()
                    .filter(event -> event.position() > tally.position())
                    .toList();
            if (events.isEmpty()) {
                return;
            }
            var folding = Folding.of(model, events, cache, index);
            var stuck = foldAll(events, folding);
            var newer = index.put(folding.changed());
            writes.incrementAndGet(); // before the token advances, so that no position looks visible too early
            if (stuck != null) {
                throw stuck;
            }
            if (!model.isOneDocumentPerEvent()) {
                cache.putAll(folding.changed());
                cache.keySet().removeAll(newer);
            }
            tallies.put(tally.after(events.getLast().position(), folding.counts()));
        } catch (RuntimeException e) {
            caches.remove(segment.getSegmentId());
            fail(segment, e);
            throw e;
        }
    }

    /** Fails if another release has built the index in use, because its mapping differs. */
    private void mustBeOfThisVersion(Tally tally) {
        if (!tally.index().startsWith(Generations.prefix(model))) {
            throw new IllegalStateException("%s is kept in %s now, which is of another version of the software"
                    .formatted(model.name(), tally.index()));
        }
    }

    /**
     * Folds up to the first event that fails and returns its failure. The caller still writes the documents of earlier
     * events.
     */
    private @Nullable RuntimeException foldAll(List<RecordedEvent> events, Folding<D> folding) {
        for (var event : events) {
            try {
                folding.fold(event);
            } catch (ProjectionFailed e) {
                return e;
            }
        }
        return null;
    }

    private void fail(Segment segment, RuntimeException e) {
        var at = e instanceof ProjectionFailed failed ? failed.position() : -1;
        var eventId = e instanceof ProjectionFailed failed ? failed.eventId() : null;
        var why = ProjectionFailed.why(e);
        failures.compute(
                segment.getSegmentId(),
                (_, before) -> before == null || before.position() != at
                        ? new Failure(at, eventId, why, Instant.now(), 1)
                        : new Failure(at, eventId, why, before.since(), before.attempts() + 1));
    }
}

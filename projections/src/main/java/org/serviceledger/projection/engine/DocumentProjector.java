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
 * Takes events in for one read model. Events of a batch are collected; when the batch is about to be committed their
 * documents are fetched, folded and written at once, and only then does the token move.
 */
final class DocumentProjector<D extends Document> implements EventHandlerInvoker {

    private static final String BATCH = DocumentProjector.class.getName();

    private final ReadModel<D> model;
    private final DocumentIndex<D> index;
    private final int cachedDocuments;
    private final Map<Integer, Map<String, D>> caches = new ConcurrentHashMap<>();
    private final Map<Integer, Failure> failures = new ConcurrentHashMap<>();
    private final AtomicLong writes = new AtomicLong();

    DocumentProjector(ReadModel<D> model, DocumentIndex<D> index, int cachedDocuments) {
        this.model = model;
        this.index = index;
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

    /** Another node may write the segment's documents from now on. */
    @Override
    public void segmentReleased(Segment segment) {
        caches.remove(segment.getSegmentId());
    }

    @Override
    public boolean supportsReset() {
        return false;
    }

    /** How often anything was written; a change means searches may lag behind. */
    long writes() {
        return writes.get();
    }

    Optional<Failure> failure() {
        return failures.values().stream().findFirst();
    }

    private void flush(Segment segment, List<RecordedEvent> events) {
        var cache = caches.computeIfAbsent(segment.getSegmentId(), _ -> new RecentDocuments<>(cachedDocuments));
        try {
            var folding = Folding.of(model, events, cache, index);
            var stuck = foldAll(events, folding);
            var newer = index.put(folding.changed());
            writes.incrementAndGet(); // before the token moves, so that no position looks visible too early
            if (stuck != null) {
                throw stuck;
            }
            if (!model.isOneDocumentPerEvent()) {
                cache.putAll(folding.changed());
                cache.keySet().removeAll(newer);
            }
        } catch (RuntimeException e) {
            caches.remove(segment.getSegmentId());
            fail(segment, e);
            throw e;
        }
    }

    /** Folds up to the first event that fails; what came before it is written all the same. */
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
        var reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        failures.compute(
                segment.getSegmentId(),
                (_, before) -> before == null || before.position() != at
                        ? new Failure(at, eventId, reason, Instant.now(), 1)
                        : new Failure(at, eventId, reason, before.since(), before.attempts() + 1));
    }
}

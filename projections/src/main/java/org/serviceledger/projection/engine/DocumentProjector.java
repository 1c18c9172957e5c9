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
 * documents are fetched, folded and written at once. Token and tally are committed after that, in one transaction; until then
 * the tally is locked, and nobody else writes these documents.
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

    /** Another node may write the segment's documents from now on. */
    @Override
    public void segmentReleased(Segment segment) {
        caches.remove(segment.getSegmentId());
    }

    @Override
    public boolean supportsReset() {
        return false;
    }

    /** Begins anew, on another index maybe; only while nothing is processed. */
    void forget() {
        caches.clear();
        failures.clear();
    }

    /** How often anything was written; a change means searches may lag behind. */
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
            writes.incrementAndGet(); // before the token moves, so that no position looks visible too early
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

    /** A newer release may have built the index in use: it has another mapping. */
    private void mustBeOfThisVersion(Tally tally) {
        if (!tally.index().startsWith(Generations.prefix(model))) {
            throw new IllegalStateException("%s is kept in %s now, which is of another version of the software"
                    .formatted(model.name(), tally.index()));
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
        var why = ProjectionFailed.why(e);
        failures.compute(
                segment.getSegmentId(),
                (_, before) -> before == null || before.position() != at
                        ? new Failure(at, eventId, why, Instant.now(), 1)
                        : new Failure(at, eventId, why, before.since(), before.attempts() + 1));
    }
}

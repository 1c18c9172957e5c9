package org.serviceledger.store;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.serviceledger.store.log.Sha256;

/**
 * Gives the units of work that are committed together their places, in turn. A unit that cannot follow what is committed
 * is told so; one that cannot follow what is only in this batch waits for the next.
 */
final class Batch {

    /** A unit and the positions it gets if the batch is committed. */
    record PlacedUnit(AppendUnit unit, Positions positions) {}

    private final MerkleFrontier frontier;
    private final StreamTails committed;
    private final Map<String, IdempotencyReceipt> usedKeys;
    private final MessageDigest sha256 = Sha256.digest();
    private final Map<String, StreamTail> ahead = new HashMap<>();
    private final Set<String> keys = new HashSet<>();
    private final List<PlacedEvent> events = new ArrayList<>();
    private final List<PlacedUnit> units = new ArrayList<>();
    private final List<AppendUnit> deferred = new ArrayList<>();

    Batch(MerkleFrontier frontier, StreamTails committed, Map<String, IdempotencyReceipt> usedKeys) {
        this.frontier = frontier;
        this.committed = committed;
        this.usedKeys = usedKeys;
    }

    void add(AppendUnit unit) {
        @Nullable String key = unit.idempotencyKey();
        if (key != null) {
            @Nullable IdempotencyReceipt used = usedKeys.get(key);
            if (used != null) {
                unit.failed(new IdempotencyKeyUsed(used));
                return;
            }
            if (keys.contains(key)) {
                deferred.add(unit);
                return;
            }
        }
        place(unit);
    }

    List<PlacedEvent> events() {
        return events;
    }

    List<PlacedUnit> units() {
        return units;
    }

    List<AppendUnit> deferred() {
        return deferred;
    }

    MerkleFrontier frontier() {
        return frontier;
    }

    Map<String, StreamTail> tails() {
        return ahead;
    }

    private void place(AppendUnit unit) {
        var tails = new HashMap<String, StreamTail>();
        var placed = new ArrayList<PlacedEvent>(unit.events().size());
        for (var event : unit.events()) {
            @Nullable StreamTail tail = tails.getOrDefault(event.streamId(), tail(event));
            long next = tail == null ? 0 : tail.sequence() + 1;
            if (event.sequence() != next) {
                refuseOrDefer(unit, event, next);
                return;
            }
            var position = frontier.size() + placed.size();
            var pseudonym =
                    tail == null ? PendingEvent.Commitment.pseudonym(event.salt(), event.streamId()) : tail.pseudonym();
            var leafHash = event.leaf().hash(sha256, pseudonym, tail == null ? null : tail.leafHash(), position);
            placed.add(new PlacedEvent(event, position, leafHash, pseudonym));
            tails.put(event.streamId(), new StreamTail(event.sequence(), leafHash, pseudonym));
        }
        accept(unit, placed, tails);
    }

    private @Nullable StreamTail tail(PendingEvent event) {
        @Nullable StreamTail inBatch = ahead.get(event.streamId());
        return inBatch == null ? committed.get(event.streamId()) : inBatch;
    }

    private void accept(AppendUnit unit, List<PlacedEvent> placed, Map<String, StreamTail> tails) {
        units.add(new PlacedUnit(
                unit,
                new Positions(placed.getFirst().position(), placed.getLast().position())));
        placed.forEach(event -> frontier.append(event.leafHash()));
        events.addAll(placed);
        ahead.putAll(tails);
        if (unit.idempotencyKey() != null) {
            keys.add(unit.idempotencyKey());
        }
    }

    private void refuseOrDefer(AppendUnit unit, PendingEvent event, long next) {
        if (ahead.containsKey(event.streamId())) {
            deferred.add(unit);
        } else if (event.sequence() < next) {
            unit.failed(alreadyStored(event, null));
        } else {
            unit.failed(new EventStoreException("event %d of stream %s cannot be stored: its next event is %d"
                    .formatted(event.sequence(), event.streamId(), next)));
        }
    }

    /** What Axon throws when somebody else was quicker. */
    static RuntimeException alreadyStored(PendingEvent event, @Nullable Throwable cause) {
        return event.sequence() == 0
                ? new AggregateStreamCreationException(
                        "the stream %s (%s) was already created".formatted(event.streamId(), event.streamType()), cause)
                : new ConcurrencyException(
                        "event %d of stream %s was already stored".formatted(event.sequence(), event.streamId()),
                        cause);
    }
}

package org.serviceledger.store;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.serviceledger.store.log.MerkleFrontier;
import org.serviceledger.store.log.Sha256;

/**
 * Assigns positions to the units of work that are committed together, one after the other. A unit that conflicts with
 * committed events is refused. A unit that conflicts with this batch or the one being stored waits for that commit.
 */
final class Batch {

    /** A unit and the positions it gets if the batch is committed. */
    record PlacedUnit(AppendUnit unit, Positions positions) {}

    private final MerkleFrontier frontier;
    private final StreamTails committed;
    private Map<String, StreamTail> inFlight;
    private @Nullable LedgerHead head;
    private int bytes;
    private final Map<String, IdempotencyReceipt> usedKeys;
    private final MessageDigest sha256 = Sha256.digest();
    private final Map<String, StreamTail> ahead = new HashMap<>();
    private final Set<String> keys = new HashSet<>();
    private final List<PlacedEvent> events = new ArrayList<>();
    private final List<PlacedUnit> units = new ArrayList<>();
    private final List<AppendUnit> deferred = new ArrayList<>();

    Batch(MerkleFrontier frontier, StreamTails committed, Map<String, IdempotencyReceipt> usedKeys) {
        this(frontier, committed, Map.of(), usedKeys);
    }

    private Batch(
            MerkleFrontier frontier,
            StreamTails committed,
            Map<String, StreamTail> inFlight,
            Map<String, IdempotencyReceipt> usedKeys) {
        this.frontier = frontier;
        this.committed = committed;
        this.inFlight = inFlight;
        this.usedKeys = usedKeys;
    }

    /**
     * Returns the batch after this one, to be filled while this one is being stored. It takes over the deferred units.
     */
    Batch following() {
        var following = new Batch(frontier.copy(), committed, ahead, Map.of());
        takeDeferred().forEach(following::add);
        return following;
    }

    /**
     * Records that the batch before this one is committed, and its tails with it. Adds the units that waited for that
     * again.
     */
    void predecessorCommitted() {
        inFlight = Map.of();
        takeDeferred().forEach(this::add);
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

    List<PlacedUnit> keyed() {
        return units.stream()
                .filter(placed -> placed.unit().idempotencyKey() != null)
                .toList();
    }

    List<AppendUnit> takeDeferred() {
        var taken = List.copyOf(deferred);
        deferred.clear();
        return taken;
    }

    MerkleFrontier frontier() {
        return frontier;
    }

    /** The head of the ledger once this batch is committed. No unit may be added after the first call. */
    LedgerHead head() {
        @Nullable LedgerHead known = head;
        if (known == null) {
            known = LedgerHead.of(frontier.size(), frontier.root());
            head = known;
        }
        return known;
    }

    boolean isEmpty() {
        return events.isEmpty();
    }

    Map<String, StreamTail> tails() {
        return ahead;
    }

    private void place(AppendUnit unit) {
        var tails = HashMap.<String, StreamTail>newHashMap(unit.events().size());
        var placed = new ArrayList<PlacedEvent>(unit.events().size());
        for (var event : unit.events()) {
            @Nullable StreamTail before = tails.get(event.streamId());
            @Nullable StreamTail tail = before == null ? tail(event) : before;
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

    /**
     * Whether the tail of the event's stream must be read before the event is added. A remembered tail may be outdated,
     * but is never wrong. A first event needs no tail: the unique constraint finds its conflict.
     */
    boolean lacksTailOf(PendingEvent event) {
        @Nullable StreamTail tail = tail(event);
        return tail == null ? event.sequence() > 0 : event.sequence() > tail.sequence() + 1;
    }

    /** Returns the streams whose tails are needed to place these units. */
    static Set<String> unread(List<AppendUnit> units, Predicate<PendingEvent> mustRead) {
        var unread = new HashSet<String>();
        units.forEach(unit -> addUnread(unit, mustRead, unread));
        return unread;
    }

    /**
     * Adds the streams of one unit. Only the first event of each stream in a unit can need a tail from outside the
     * unit.
     */
    private static void addUnread(AppendUnit unit, Predicate<PendingEvent> mustRead, Set<String> unread) {
        if (unit.events().size() == 1) {
            if (mustRead.test(unit.first())) {
                unread.add(unit.first().streamId());
            }
            return;
        }
        var seen = new HashSet<String>();
        for (var event : unit.events()) {
            if (seen.add(event.streamId()) && mustRead.test(event)) {
                unread.add(event.streamId());
            }
        }
    }

    /** Tells the callers of a committed batch their positions. */
    void acknowledge() {
        units.forEach(placed -> placed.unit().stored(placed.positions()));
    }

    /** The number of units in the batch, placed or deferred. */
    int waiting() {
        return units.size() + deferred.size();
    }

    /** The size of the payloads and metadata that are placed. */
    int bytes() {
        return bytes;
    }

    /** The units, placed or deferred, whose callers have no answer yet. */
    List<AppendUnit> pending() {
        return Stream.concat(units.stream().map(PlacedUnit::unit), deferred.stream())
                .filter(unit -> !unit.outcome().isDone())
                .toList();
    }

    private @Nullable StreamTail tail(PendingEvent event) {
        @Nullable StreamTail inBatch = ahead.get(event.streamId());
        if (inBatch != null) {
            return inBatch;
        }
        @Nullable StreamTail flying = inFlight.get(event.streamId());
        @Nullable StreamTail known = committed.get(event.streamId());
        if (flying == null) {
            return known;
        }
        return known == null ? flying : flying.later(known);
    }

    private void accept(AppendUnit unit, List<PlacedEvent> placed, Map<String, StreamTail> tails) {
        units.add(new PlacedUnit(
                unit,
                new Positions(placed.getFirst().position(), placed.getLast().position())));
        placed.forEach(event -> frontier.append(event.leafHash()));
        bytes += unit.bytes();
        events.addAll(placed);
        ahead.putAll(tails);
        if (unit.idempotencyKey() != null) {
            keys.add(unit.idempotencyKey());
        }
    }

    private void refuseOrDefer(AppendUnit unit, PendingEvent event, long next) {
        if (ahead.containsKey(event.streamId()) || inFlight.containsKey(event.streamId())) {
            deferred.add(unit);
        } else if (event.sequence() < next) {
            unit.failed(alreadyStored(event, null));
        } else {
            unit.failed(new EventStoreException("event %d of stream %s cannot be stored: its next event is %d"
                    .formatted(event.sequence(), event.streamId(), next)));
        }
    }

    /** The exception that Axon expects if another writer has stored the event first. */
    static RuntimeException alreadyStored(PendingEvent event, @Nullable Throwable cause) {
        return event.sequence() == 0
                ? new AggregateStreamCreationException(
                        "the stream %s (%s) was already created".formatted(event.streamId(), event.streamType()), cause)
                : new ConcurrencyException(
                        "event %d of stream %s was already stored".formatted(event.sequence(), event.streamId()),
                        cause);
    }
}

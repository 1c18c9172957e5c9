package org.serviceledger.projection.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.serviceledger.api.EventTypes;
import org.serviceledger.api.LedgerEvent;
import org.serviceledger.api.windowday.WindowDayEvent;
import org.serviceledger.projection.SharedPostgres;

/** A ledger in memory. The tokens of its readers are in PostgreSQL, as in production. */
final class LedgerInMemory {

    private final InMemoryEventStorageEngine storage = new InMemoryEventStorageEngine();
    private final EmbeddedEventStore events =
            EmbeddedEventStore.builder().storageEngine(storage).build();
    private final Map<String, Long> sequences = new ConcurrentHashMap<>();

    /** Appends events and returns the position of the last one. */
    synchronized long append(List<? extends LedgerEvent> payloads) {
        var messages = new ArrayList<DomainEventMessage<?>>();
        for (var payload : payloads) {
            var stream = payload instanceof WindowDayEvent of ? of.windowDayId().value() : "stream";
            var sequence = sequences.merge(stream, 0L, (before, _) -> before + 1);
            messages.add(new GenericDomainEventMessage<>("sample", stream, sequence, payload));
        }
        events.publish(messages);
        return source().head();
    }

    LedgerSource source() {
        return source(SharedPostgres.transactions());
    }

    LedgerSource source(TransactionManager transactions) {
        return new LedgerSource(
                events, SharedPostgres.tokens(), transactions, SharedPostgres.connections(), this::count);
    }

    private long count(Collection<String> wireNames, long after, long upTo) {
        return all().stream()
                .filter(event -> event.position() > after && event.position() <= upTo)
                .filter(event ->
                        wireNames.contains(EventTypes.wireName(event.payload().getClass())))
                .count();
    }

    Stream<? extends TrackedEventMessage<?>> read() {
        return storage.readEvents(null, false);
    }

    /** Returns all events, read from a stream of their own. */
    List<RecordedEvent> all() {
        var all = new ArrayList<RecordedEvent>();
        try (var stream = events.openStream(null)) {
            while (stream.hasNextAvailable()) {
                all.add(RecordedEvent.of(stream.nextAvailable()));
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return all;
    }
}

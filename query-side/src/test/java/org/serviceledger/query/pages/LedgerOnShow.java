package org.serviceledger.query.pages;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.serviceledger.api.LedgerEvent;

/** A ledger in memory. It stores events in the order of their recording. */
final class LedgerOnShow {

    private record Entry(String stream, LedgerEvent event, Instant recordedAt) {}

    private final List<Entry> entries = new ArrayList<>();

    /** Adds an event that is recorded two seconds after it happened. */
    void add(Object stream, LedgerEvent event) {
        add(stream, event, Duration.ofSeconds(2));
    }

    void add(Object stream, LedgerEvent event, Duration recordedAfter) {
        entries.add(new Entry(stream.toString(), event, event.occurredAt().plus(recordedAfter)));
    }

    EventStore store() {
        var store = EmbeddedEventStore.builder()
                .storageEngine(new InMemoryEventStorageEngine())
                .build();
        var sequences = new HashMap<String, Long>();
        store.publish(entries.stream()
                .sorted(Comparator.comparing(Entry::recordedAt))
                .map(entry -> message(entry, sequences))
                .toList());
        return store;
    }

    private static DomainEventMessage<?> message(Entry entry, Map<String, Long> sequences) {
        var sequence = sequences.merge(entry.stream, 0L, (before, _) -> before + 1);
        return new GenericDomainEventMessage<>(
                "shown",
                entry.stream,
                sequence,
                entry.event,
                MetaData.emptyInstance(),
                entry.stream + "/" + sequence,
                entry.recordedAt);
    }
}

package org.serviceledger.query.testing;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.serviceledger.api.EventTypes;
import org.serviceledger.api.LedgerEvent;
import org.serviceledger.fixtures.LedgerDatabase;
import org.serviceledger.projection.DocumentClient;
import org.serviceledger.projection.ReadModels;
import org.serviceledger.projection.cases.CodeHasher;
import org.serviceledger.projection.embedded.EmbeddedElasticsearch;
import org.serviceledger.projection.engine.LedgerSource;
import org.serviceledger.projection.engine.ProjectionSettings;
import org.serviceledger.projection.engine.Projections;
import org.serviceledger.projection.engine.ReadModel;

/** A ledger in memory with its read models in a real Elasticsearch. All tests of the module share one. */
public final class ShownLedger {

    private static final int HEAP_MEGABYTES = 384;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    static final CodeHasher CODES =
            new CodeHasher("a key for tests, of 32 bytes or so".getBytes(StandardCharsets.UTF_8));

    private static final ShownLedger SHARED = start();

    private final EmbeddedEventStore events;
    private final ElasticsearchClient client;
    private final Projections projections;
    private final Map<String, Long> sequences = new HashMap<>();
    private long head = -1;

    private ShownLedger(EmbeddedElasticsearch server, LedgerDatabase database) {
        events = EmbeddedEventStore.builder()
                .storageEngine(new InMemoryEventStorageEngine())
                .build();
        client = DocumentClient.of(server.access());
        projections = new Projections(
                ReadModels.all(CODES),
                new LedgerSource(
                        events,
                        database.tokens(),
                        database.transactions(),
                        database.connections(),
                        CountedEvents.in(events)),
                client,
                ProjectionSettings.defaults());
        projections.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            projections.close();
            server.close();
            database.close();
        }));
    }

    /** Returns the ledger with the {@link History} that all tests share. */
    public static ShownLedger shared() {
        return SHARED;
    }

    private static ShownLedger start() {
        var data = Path.of("target", "elasticsearch-" + ProcessHandle.current().pid());
        var options = EmbeddedElasticsearch.Options.of(data).heapMegabytes(HEAP_MEGABYTES);
        var ledger = new ShownLedger(EmbeddedElasticsearch.start(options), LedgerDatabase.start());
        History.tell(ledger);
        ledger.mustBeReadUpTo(ledger.head());
        return ledger;
    }

    public ElasticsearchClient client() {
        return client;
    }

    public Projections projections() {
        return projections;
    }

    /** The position of the last event. */
    public synchronized long head() {
        return head;
    }

    /** Records an event one second after it happened. */
    public long append(LedgerEvent event) {
        return append(event, event.occurredAt().plusSeconds(1));
    }

    /** Records an event at a given time after it happened. */
    public synchronized long append(LedgerEvent event, Instant recordedAt) {
        var stream = event.stream();
        var sequence = sequences.merge(stream, 0L, (before, _) -> before + 1);
        var kind = EventTypes.wireName(event.getClass());
        events.publish(new GenericDomainEventMessage<>(
                kind, stream, sequence, event, Map.of(), UUID.randomUUID().toString(), recordedAt));
        return ++head;
    }

    private void mustBeReadUpTo(long position) {
        var names = ReadModels.all(CODES).stream().map(ReadModel::name).toList();
        var caughtUp = projections.awaitPosition(names, position, PATIENCE);
        if (!caughtUp.reached()) {
            throw new IllegalStateException("the read models did not catch up: " + projections.status());
        }
    }
}

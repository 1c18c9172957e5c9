package org.serviceledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.serviceledger.store.Appends.several;
import static org.serviceledger.store.Appends.stream;
import static org.serviceledger.store.Appends.written;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.serviceledger.store.CuttingProxy.Cut;
import org.serviceledger.store.embedded.EmbeddedPostgres;

/** What becomes of events when the database goes away. */
@Timeout(120)
class OutageTest {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final TestLedger ledger = TestLedger.empty();
    private final CuttingProxy proxy;
    private final PostgresEventStorageEngine engine;

    OutageTest() throws IOException {
        var through = new PGSimpleDataSource();
        through.setUrl(ledger.application().getJdbcUrl());
        proxy = new CuttingProxy(through.getPortNumbers()[0]);
        through.setPortNumbers(new int[] {proxy.port()});
        through.setUser(ledger.application().getUsername());
        through.setPassword(ledger.application().getPassword());
        engine = PostgresEventStorageEngine.builder(through, Note.serializer())
                .patience(PATIENCE)
                .build();
    }

    @AfterEach
    void close() throws IOException {
        engine.close();
        proxy.close();
        ledger.close();
    }

    @ParameterizedTest
    @CsvSource({"AFTER_COMMIT, false", "BEFORE_COMMIT, false", "AFTER_COMMIT, true", "BEFORE_COMMIT, true"})
    void aCommitWhoseAnswerWasLostIsFoundOrDoneAgain(Cut cut, boolean inOneStatement) {
        var stream = stream();
        if (inOneStatement) {
            engine.appendEvents(several(stream(), 0, 1));
            proxy.watchFor(CuttingProxy.STORE);
        }
        proxy.cut(cut);

        engine.appendEvents(several(stream, 0, 2));

        engine.appendEvents(several(stream, 2, 1));
        assertThat(stored()).hasSize(inOneStatement ? 4 : 3);
        assertThat(proxy.hasCut()).isTrue();
    }

    @Test
    void onlyIfTheDatabaseStaysAwayTheOutcomeIsUnknownAndSaidToBe() {
        proxy.cutAndStayAway(Cut.AFTER_COMMIT);
        var stream = stream();

        assertThatExceptionOfType(AppendOutcomeUnknown.class)
                .isThrownBy(() -> engine.appendEvents(several(stream, 0, 2)))
                .withMessageContaining("may be stored or not");
        assertThatExceptionOfType(EventStoreException.class)
                .isThrownBy(() -> engine.appendEvents(several(stream(), 0, 1)))
                .isNotInstanceOf(AppendOutcomeUnknown.class)
                .withMessageContaining("nothing was stored");

        proxy.comeBack();
        engine.appendEvents(several(stream, 2, 1));
        assertThat(stored()).hasSize(3);
    }

    @Test
    void aClosedEngineSaysSo() {
        engine.appendEvents(several(stream(), 0, 1));
        engine.close();

        assertThatExceptionOfType(EventStoreException.class)
                .isThrownBy(() -> engine.appendEvents(several(stream(), 0, 1)))
                .withMessageContaining("closed");
    }

    @Test
    void whatWasAcknowledgedSurvivesAKilledServer(@TempDir Path directory) throws Exception {
        var source = new PGSimpleDataSource();
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        Set<String> refused = ConcurrentHashMap.newKeySet();
        var first = start(directory, source);
        try (var killed = PostgresEventStorageEngine.builder(source, Note.serializer())
                        .patience(Duration.ofSeconds(60))
                        .build();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var stop = new AtomicBoolean();
            var writers = IntStream.range(0, 16)
                    .mapToObj(_ -> threads.submit(() -> write(killed, stop, acknowledged, refused)))
                    .toList();
            await().until(() -> acknowledged.size() > 500);
            ProcessHandle.of(first.pid()).orElseThrow().destroyForcibly();
            await().until(() -> !first.isRunning());
            first.close();
            int before = acknowledged.size();

            var second = start(directory, source);
            await().until(() -> acknowledged.size() > before + 500);
            stop.set(true);
            for (var writer : writers) {
                writer.get();
            }
            assertThat(refused).as("nobody noticed").isEmpty();
            try (var events = killed.readEvents(null, false)) {
                var all = events.toList();
                assertThat(all)
                        .extracting(EventMessage::getIdentifier)
                        .containsExactlyInAnyOrderElementsOf(acknowledged);
                assertThat(EventStorageEngineContract.positions(List.copyOf(all)))
                        .isEqualTo(LongStream.range(0, all.size()).boxed().toList());
            }
            second.close();
        }
    }

    private static EmbeddedPostgres start(Path directory, PGSimpleDataSource source) {
        var postgres = EmbeddedPostgres.start(directory.resolve("pg"));
        try (var migrated = TestLedger.migratedOn(postgres)) {
            assertThat(migrated.owner().isClosed()).isFalse();
        }
        source.setUrl(postgres.jdbcUrl());
        source.setUser(postgres.applicationUser());
        source.setPassword(postgres.applicationPassword());
        return postgres;
    }

    private static int write(
            PostgresEventStorageEngine engine, AtomicBoolean stop, Set<String> acknowledged, Set<String> refused) {
        var stream = stream();
        int sequence = 0;
        while (!stop.get()) {
            var event = written(stream, sequence, "note " + sequence);
            try {
                engine.appendEvents(event);
                acknowledged.add(event.getIdentifier());
                sequence++;
            } catch (EventStoreException e) {
                refused.add(e.getMessage());
                return sequence;
            }
        }
        return sequence;
    }

    private List<Long> stored() {
        try (var events = engine.readEvents(null, false)) {
            return EventStorageEngineContract.positions(List.copyOf(events.toList()));
        }
    }
}

package org.serviceledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.serviceledger.store.Appends.several;
import static org.serviceledger.store.Appends.stream;
import static org.serviceledger.store.Appends.written;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.serviceledger.store.CuttingProxy.Cut;
import org.serviceledger.store.StoreStatement.Flush;
import org.serviceledger.store.embedded.EmbeddedPostgres;
import org.serviceledger.store.log.LogTile;
import org.serviceledger.store.publication.PublishedLog;

/** What happens to events when the database goes away. */
@Timeout(120)
class StoreOutageTest {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** A batch of this size is flushed after its commit, while the next one can be stored. */
    private static final int MANY = EventCopy.WORTH_COPYING;

    private final TestLedger ledger = TestLedger.empty();
    private final CuttingProxy proxy;
    private final PostgresEventStorageEngine engine;

    StoreOutageTest() throws IOException {
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

    @ParameterizedTest
    @EnumSource(
            value = Cut.class,
            names = {"BEFORE_COMMIT", "AFTER_COMMIT"})
    void whatIsCommittedIsFoundWhenTheLineBreaksBeforeItIsFlushed(Cut cut) {
        proxy.watchFor(CuttingProxy.FLUSH);
        proxy.cut(cut);

        engine.appendEvents(several(stream(), 0, MANY));

        assertThat(proxy.hasCut()).isTrue();
        assertThat(stored()).hasSize(MANY);
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

    /** With one engine, and with two that take turns. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void whatWasAcknowledgedOrReadSurvivesAKilledServer(int engines, @TempDir Path directory) throws Exception {
        var source = new PGSimpleDataSource();
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        Set<String> refused = ConcurrentHashMap.newKeySet();
        Set<String> read = ConcurrentHashMap.newKeySet();
        var first = startLazy(directory, source);
        try (var one = patient(source);
                var other = patient(source);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var stop = new AtomicBoolean();
            var running = new ArrayList<Future<?>>();
            for (int writer = 0; writer < 16; writer++) {
                var writing = writer % engines == 0 ? one : other;
                running.add(threads.submit(() -> write(writing, stop, acknowledged, refused)));
            }
            running.add(threads.submit(() -> read(one, stop, read)));
            await().until(() -> acknowledged.size() > 500);
            kill(first);
            int before = acknowledged.size();

            var second = start(directory, source);
            await().until(() -> acknowledged.size() > before + 500);
            stop.set(true);
            for (var each : running) {
                each.get();
            }
            assertThat(refused).as("nobody noticed").isEmpty();
            try (var events = other.readEvents(null, false)) {
                var all = events.toList();
                assertThat(all)
                        .extracting(EventMessage::getIdentifier)
                        .containsExactlyInAnyOrderElementsOf(acknowledged);
                assertThat(EventStorageEngineContract.positions(List.copyOf(all)))
                        .isEqualTo(LongStream.range(0, all.size()).boxed().toList());
            }
            assertThat(acknowledged).containsAll(read);
            assertThat(read).hasSizeGreaterThan(before);
            second.close();
        }
    }

    @Test
    void whatADyingServerHadNotFlushedIsAppendedAgain(@TempDir Path directory) throws Exception {
        var source = new PGSimpleDataSource();
        var direct = new PGSimpleDataSource();
        var first = startLazy(directory, source);
        pointTo(first, direct);
        try (var between = new CuttingProxy(source.getPortNumbers()[0])) {
            source.setPortNumbers(new int[] {between.port()});
            try (var engine = patient(source);
                    var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                between.watchFor(CuttingProxy.FLUSH);
                between.cut(Cut.HELD_BACK);
                var appended = threads.submit(() -> engine.appendEvents(several(stream(), 0, MANY)));
                await().until(() -> rows(direct) == MANY && between.hasCut());
                assertThat(appended.isDone())
                        .as("acknowledged before it is durable")
                        .isFalse();

                kill(first);
                var second = start(directory, direct);
                assertThat(rows(direct)).as("what was not flushed").isZero();
                between.forwardTo(direct.getPortNumbers()[0]);

                appended.get(30, TimeUnit.SECONDS);
                assertThat(rows(direct)).isEqualTo(MANY);
                second.close();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("waysToRead")
    void whatWasReadSurvivesAKilledServer(Reading reading, @TempDir Path directory) throws Exception {
        var source = new PGSimpleDataSource();
        var first = startLazy(directory, source);
        var serializer = Note.serializer();
        try (var engine = PostgresEventStorageEngine.builder(source, serializer).build();
                var elsewhere = new LedgerWriter(source.getConnection())) {
            var event = written("note-1", 0, "not flushed", Map.of(IdempotencyKeys.KEY, "desk/1"));
            var batch = new Batch(elsewhere.lockHead(), new StreamTails(), Map.of());
            batch.add(new AppendUnit(List.of(PendingEvent.of(event, serializer, "default")), "desk/1", null));
            elsewhere.store(batch, Flush.LATER);
            elsewhere.commit();

            reading.read(engine, source);
        }
        kill(first);

        var second = start(directory, source);
        assertThat(rows(source)).isOne();
        second.close();
    }

    interface Reading {
        void read(PostgresEventStorageEngine engine, DataSource source);
    }

    private static Stream<Arguments> waysToRead() {
        return Stream.of(
                Arguments.of(Named.<Reading>of("the ledger", (engine, _) -> {
                    try (var events = engine.readEvents(null, false)) {
                        assertThat(events).hasSize(1);
                    }
                })),
                Arguments.of(Named.<Reading>of(
                        "a stream",
                        (engine, _) -> assertThat(engine.readEvents("note-1", 0).asStream())
                                .hasSize(1))),
                Arguments.of(Named.<Reading>of(
                        "a receipt",
                        (_, source) -> assertThat(new IdempotencyKeys(source).find("desk/1"))
                                .isPresent())),
                Arguments.of(Named.<Reading>of(
                        "a tile",
                        (_, source) -> assertThat(
                                        new PublishedLog(source, "default").tile(LogTile.parse("tile/0/000.p/1")))
                                .isPresent())));
    }

    /** Starts a server that writes to disk only what a commit waits for. */
    private static EmbeddedPostgres startLazy(Path directory, PGSimpleDataSource source) throws SQLException {
        var postgres = start(directory, source);
        try (var connection = DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
                var statement = connection.createStatement()) {
            statement.execute("ALTER SYSTEM SET wal_writer_delay = '10s'");
            statement.execute("SELECT pg_reload_conf()");
        }
        return postgres;
    }

    private static void kill(EmbeddedPostgres postgres) {
        ProcessHandle.of(postgres.pid()).orElseThrow().destroyForcibly();
        await().until(() -> !postgres.isRunning());
        postgres.close();
    }

    private static int rows(DataSource source) throws SQLException {
        try (var connection = source.getConnection();
                var query = connection.prepareStatement("SELECT count(*) FROM ledger_event");
                var row = query.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    private static EmbeddedPostgres start(Path directory, PGSimpleDataSource source) {
        var postgres = EmbeddedPostgres.start(directory.resolve("pg"));
        try (var migrated = TestLedger.migratedOn(postgres)) {
            assertThat(migrated.owner().isClosed()).isFalse();
        }
        pointTo(postgres, source);
        return postgres;
    }

    private static void pointTo(EmbeddedPostgres postgres, PGSimpleDataSource source) {
        source.setUrl(postgres.jdbcUrl());
        source.setUser(postgres.applicationUser());
        source.setPassword(postgres.applicationPassword());
    }

    private static PostgresEventStorageEngine patient(DataSource source) {
        return PostgresEventStorageEngine.builder(source, Note.serializer())
                .patience(Duration.ofSeconds(60))
                .build();
    }

    /** Keeps reading from the last position read, as a projection does. */
    private static int read(PostgresEventStorageEngine engine, AtomicBoolean stop, Set<String> read) {
        @Nullable TrackingToken last = null;
        while (!stop.get()) {
            try (var events = engine.readEvents(last, false)) {
                for (var event : events.toList()) {
                    read.add(event.getIdentifier());
                    last = event.trackingToken();
                }
            } catch (EventStoreException e) {
                // the database is away for now
            }
        }
        return read.size();
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

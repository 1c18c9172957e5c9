package org.serviceledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.list;
import static org.serviceledger.store.Appends.stream;
import static org.serviceledger.store.Appends.written;
import static org.serviceledger.store.Appends.writtenAt;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.serviceledger.store.StoreStatement.Flush;

/**
 * A writer has stored its event but not committed. A second writer, whose event has a timestamp more than a minute old,
 * commits. A reader reads. Then the first writer commits. Axon's own JDBC engine never delivers the first event.
 */
@Timeout(60)
class OpenTransactionTest {

    private final Instant longAgo = Instant.now().minusSeconds(61);

    private final TestLedger ledger = TestLedger.empty();

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void losesAnEventInAxonsOwnEngine() throws SQLException {
        stockEngine(ledger.owner()::getConnection).createSchema(PostgresEventTableFactory.INSTANCE);
        var delivered = new ArrayList<String>();
        var reader = stockEngine(ledger.owner()::getConnection);

        try (var open = ledger.owner().getConnection()) {
            open.setAutoCommit(false);
            stockEngine(() -> uncloseable(open)).appendEvents(written(stream(), 0, "slow"));
            reader.appendEvents(writtenAt(longAgo, stream(), 0, "quick, dated back"));
            var token = read(reader, null, delivered);
            open.commit();
            read(reader, token, delivered);
        }

        assertThat(delivered).as("the defect this store exists for").containsExactly("quick, dated back");
        assertThat(read(reader)).asInstanceOf(list(String.class)).hasSize(2);
    }

    @Test
    void losesNothingInOurs() throws Exception {
        var serializer = Note.serializer();
        var delivered = new ArrayList<String>();
        try (var engine = PostgresEventStorageEngine.builder(ledger.application(), serializer)
                        .build();
                var otherProcess = new LedgerWriter(ledger.application().getConnection());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var batch = new Batch(otherProcess.lockHead(), new StreamTails(), Map.of());
            batch.add(new AppendUnit(
                    List.of(PendingEvent.of(written(stream(), 0, "slow"), serializer, "default")), null, null));
            otherProcess.store(batch, Flush.WITH_COMMIT);
            var quick = threads.submit(() -> {
                engine.appendEvents(writtenAt(longAgo, stream(), 0, "quick, dated back"));
                return true;
            });
            TimeUnit.MILLISECONDS.sleep(300);
            var token = read(engine, null, delivered);
            assertThat(quick.isDone())
                    .as("the second writer waits for its turn")
                    .isFalse();
            otherProcess.commit();
            quick.get(10, TimeUnit.SECONDS);
            read(engine, token, delivered);
        }

        assertThat(delivered).containsExactly("slow", "quick, dated back");
    }

    @Test
    void aTrackingStreamHearsOfWhatAnotherProcessAppends() throws Exception {
        try (var here = PostgresEventStorageEngine.builder(ledger.application(), Note.serializer())
                        .build();
                var elsewhere = PostgresEventStorageEngine.builder(ledger.application(), Note.serializer())
                        .build()) {
            var store = EmbeddedEventStore.builder().storageEngine(here).build();
            try (var tracking = store.openStream(null)) {
                elsewhere.appendEvents(written(stream(), 0, "first"));
                assertThat(textOf(tracking.nextAvailable())).isEqualTo("first");
                assertThat(tracking.hasNextAvailable(100, TimeUnit.MILLISECONDS))
                        .isFalse();
                for (int i = 0; i < 200; i++) {
                    elsewhere.appendEvents(writtenAt(longAgo, stream(), 0, "then " + i));
                }
                for (int i = 0; i < 200; i++) {
                    assertThat(textOf(tracking.nextAvailable())).isEqualTo("then " + i);
                }
            } finally {
                store.shutDown();
            }
        }
    }

    private JdbcEventStorageEngine stockEngine(ConnectionProvider connections) {
        TransactionManager own = NoTransactionManager.instance();
        return JdbcEventStorageEngine.builder()
                .connectionProvider(connections)
                .transactionManager(own)
                .eventSerializer(Note.serializer())
                .snapshotSerializer(Note.serializer())
                .build();
    }

    /** Returns a connection whose transaction the engine cannot end. */
    private static Connection uncloseable(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (_, method, arguments) -> {
                    if (method.getName().equals("close") || method.getName().equals("commit")) {
                        return null;
                    }
                    return method.invoke(connection, arguments);
                });
    }

    private static @Nullable TrackingToken read(
            EventStorageEngine engine, @Nullable TrackingToken from, List<String> delivered) {
        @Nullable TrackingToken token = from;
        try (var events = engine.readEvents(from, false)) {
            for (var event : events.toList()) {
                delivered.add(textOf(event));
                token = event.trackingToken();
            }
        }
        return token;
    }

    private static List<String> read(EventStorageEngine engine) {
        var delivered = new ArrayList<String>();
        read(engine, null, delivered);
        return delivered;
    }

    private static String textOf(TrackedEventMessage<?> event) {
        return ((Note.Written) event.getPayload()).text();
    }
}

package org.serviceledger.benchmark;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.postgresql.PGConnection;
import org.serviceledger.store.embedded.EmbeddedPostgres;

/**
 * Measures many events at once. Appending them, as an import does, is compared with {@code COPY} of the resulting rows
 * into a table with the same indexes. Reading them forward, deserialised, is compared with a bare JDBC read of their
 * rows. Prints Markdown.
 *
 * <p>Arguments: rounds, events for each round, data directory; all optional.
 */
public final class BulkBenchmark {

    private static final int CALLERS = 8;
    private static final int TOGETHER = 500;
    private static final int FETCH = 500;
    private static final int WARMING_ROUNDS = 3;

    private static final String READ = """
            SELECT position, stream_id, stream_type, sequence, event_id, type, revision, payload, metadata, recorded_at
            FROM ledger_event WHERE position >= ? AND position < ? ORDER BY position""";

    private final List<Double> appended = new ArrayList<>();
    private final List<Double> copied = new ArrayList<>();
    private final List<Double> read = new ArrayList<>();
    private final List<Double> bare = new ArrayList<>();

    private BulkBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        System.setProperty("axoniq.update-checker.disabled", "true");
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        int events = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 200_000;
        var data = arguments.length > 2 ? Path.of(arguments[2]) : Files.createTempDirectory("bulk-benchmark-");
        try (var postgres = EmbeddedPostgres.start(data);
                var ours = Contender.ours("ours", postgres, 16, 0);
                var connection = DriverManager.getConnection(
                        Server.of(postgres).urlOf("ours"), postgres.user(), postgres.password())) {
            new BulkBenchmark().run(rounds, events, ours, connection);
        }
    }

    private void run(int rounds, int events, Contender ours, Connection connection) throws Exception {
        for (int round = -WARMING_ROUNDS; round < rounds; round++) {
            int first = (round + WARMING_ROUNDS) * events;
            double append = seconds(() -> append(ours, first, events));
            var rows = rows(connection, first, events);
            double copy = seconds(() -> copy(connection, rows));
            double whole = seconds(() -> readForward(ours, first, events));
            double plain = seconds(() -> readBare(connection, first, events));
            System.err.printf(
                    "append %.0f/s, COPY %.0f/s, read %.0f/s, bare read %.0f/s%n",
                    events / append, events / copy, events / whole, events / plain);
            if (round >= 0) {
                appended.add(events / append);
                copied.add(events / copy);
                read.add(events / whole);
                bare.add(events / plain);
            }
        }
        print(rounds, events);
    }

    private static void append(Contender ours, int first, int events) throws Exception {
        Clients.work(
                CALLERS,
                events / TOGETHER,
                number -> ours.engine()
                        .appendEvents(IntStream.range(0, TOGETHER)
                                .mapToObj(i -> "folder-" + (first + number * TOGETHER + i))
                                .map(id -> new GenericDomainEventMessage<>(
                                        "Folder", id, 0, new Folder.Opened(id, "320623-hall-1", Folder.TEXT)))
                                .toList()));
    }

    private static byte[] rows(Connection connection, int first, int events) throws Exception {
        try (var statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS copied_event;"
                    + "CREATE TABLE copied_event (LIKE ledger_event INCLUDING ALL); CHECKPOINT");
        }
        var rows = new ByteArrayOutputStream();
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut(
                        "COPY (SELECT * FROM ledger_event WHERE position >= %d AND position < %d ORDER BY position)"
                                        .formatted(first, first + events)
                                + " TO STDOUT (FORMAT binary)",
                        rows);
        return rows.toByteArray();
    }

    private static void copy(Connection connection, byte[] rows) throws Exception {
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY copied_event FROM STDIN (FORMAT binary)", new ByteArrayInputStream(rows), 1 << 16);
    }

    private static void readForward(Contender ours, int first, int events) {
        long bytes = 0;
        var token = first == 0 ? null : new GlobalSequenceTrackingToken(first - 1L);
        try (var stream = ours.engine().readEvents(token, false)) {
            for (var all = stream.iterator(); all.hasNext(); ) {
                TrackedEventMessage<?> event = all.next();
                bytes += ((Folder.Opened) event.getPayload()).text().length()
                        + event.getMetaData().size();
            }
        }
        if (bytes != (long) events * Folder.TEXT.length()) {
            throw new IllegalStateException("read something else: " + bytes);
        }
    }

    private static void readBare(Connection connection, int first, int events) throws SQLException {
        int count = 0;
        connection.setAutoCommit(false);
        try (var query = connection.prepareStatement(READ)) {
            query.setFetchSize(FETCH);
            query.setLong(1, first);
            query.setLong(2, (long) first + events);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    rows.getLong(1);
                    rows.getString(2);
                    rows.getString(3);
                    rows.getLong(4);
                    rows.getString(5);
                    rows.getString(6);
                    rows.getString(7);
                    rows.getBytes(8);
                    rows.getBytes(9);
                    rows.getObject(10, OffsetDateTime.class);
                    count++;
                }
            }
        }
        connection.setAutoCommit(true);
        if (count != events) {
            throw new IllegalStateException("read %d rows of %d".formatted(count, events));
        }
    }

    private interface Task {
        void run() throws Exception;
    }

    private static double seconds(Task task) throws Exception {
        long began = System.nanoTime();
        task.run();
        return (System.nanoTime() - began) / 1e9;
    }

    private void print(int rounds, int events) {
        System.out.printf(
                "%d rounds of %,d events after %d to warm up, medians; %d callers, %d events in an append%n%n",
                rounds, events, WARMING_ROUNDS, CALLERS, TOGETHER);
        System.out.println("| ours /s | beside it /s | ours ÷ that |");
        System.out.println("|---|---|---:|");
        row("append", appended, "COPY", copied);
        row("read forward, deserialised", read, "bare JDBC read", bare);
    }

    private static void row(String what, List<Double> ours, String beside, List<Double> theirs) {
        double our = Clients.middle(ours.stream().mapToDouble(rate -> rate).toArray());
        double their = Clients.middle(theirs.stream().mapToDouble(rate -> rate).toArray());
        System.out.printf("| %s: %,.0f | %s: %,.0f | **%.2f** |%n", what, our, beside, their, our / their);
    }
}

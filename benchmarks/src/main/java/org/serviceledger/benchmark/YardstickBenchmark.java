package org.serviceledger.benchmark;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.serviceledger.store.embedded.EmbeddedPostgres;

/**
 * Compares our event store, through Axon's whole command path, with PostgreSQL itself: {@code pgbench} and a bare JDBC
 * connection insert and commit the same row one at a time. Prints Markdown.
 *
 * <p>Arguments: rounds, data directory; both optional.
 */
public final class YardstickBenchmark {

    private static final int PGBENCH_SECONDS = 5;
    private static final String OURS_256 = "ours, 256 clients";
    private static final String OURS_64 = "ours, 64 clients";
    private static final String PGBENCH_64 = "pgbench -c 64";
    private static final String OURS_ALONE = "ours, one client";
    private static final String BARE_ALONE = "bare JDBC, one connection";

    private static final String INSERT = """
            INSERT INTO bare_event (position, stream_id, stream_type, sequence, event_id, type, payload, metadata, salt,
                stream_pseudonym, leaf_hash, recorded_at)
            VALUES (nextval('bare_position'), ?, 'Folder', 0, ?, 'folder.opened', ?, ?, ?, ?, ?, now())""";

    private final AtomicInteger created = new AtomicInteger();
    private final Map<String, List<Clients.Round>> results = new HashMap<>();

    private YardstickBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        System.setProperty("axoniq.update-checker.disabled", "true");
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        var data = arguments.length > 1 ? Path.of(arguments[1]) : Files.createTempDirectory("yardstick-benchmark-");
        try (var postgres = EmbeddedPostgres.start(data);
                var ours = Contender.ours("ours", postgres, 16, 10_000)) {
            new YardstickBenchmark().run(rounds, postgres, ours);
        }
    }

    private void run(int rounds, EmbeddedPostgres postgres, Contender ours) throws Exception {
        try (var connection = connect(postgres);
                var statement = connection.createStatement()) {
            statement.execute(Pgbench.tables());
            open(ours, 64, 100_000);
            for (int round = 0; round < rounds; round++) {
                add(OURS_256, open(ours, 256, 100_000));
                add(OURS_64, open(ours, 64, 60_000));
                add(PGBENCH_64, Pgbench.insertSingly(postgres, "ours", 64, PGBENCH_SECONDS));
                add(OURS_ALONE, open(ours, 1, 3_000));
                add(BARE_ALONE, bare(connection));
            }
        }
        print(rounds);
    }

    private void add(String what, Clients.Round round) {
        System.err.printf("%s: %.0f/s%n", what, round.perSecond());
        results.computeIfAbsent(what, _ -> new ArrayList<>()).add(round);
    }

    private Clients.Round open(Contender ours, int clients, int count) throws Exception {
        return Clients.send(
                ours, clients, count, _ -> new Folder.Open("folder-new-" + created.incrementAndGet(), Folder.TEXT));
    }

    private Clients.Round bare(Connection connection) throws Exception {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            return Clients.work(1, 3_000, _ -> {
                int number = created.incrementAndGet();
                insert.setString(1, "bare-" + number);
                insert.setString(2, "018f0000-0000-7000-8000-%012d".formatted(number));
                insert.setBytes(3, "x".repeat(Folder.EVENT_BYTES).getBytes(StandardCharsets.UTF_8));
                insert.setBytes(4, "{}".getBytes(StandardCharsets.UTF_8));
                insert.setBytes(5, new byte[32]);
                insert.setBytes(6, new byte[32]);
                insert.setBytes(7, new byte[32]);
                insert.executeUpdate();
            });
        }
    }

    private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
        return DriverManager.getConnection(Server.of(postgres).urlOf("ours"), postgres.user(), postgres.password());
    }

    private void print(int rounds) {
        System.out.printf("%d rounds, medians%n%n", rounds);
        System.out.println("| | /s | p50 ms | p99 ms |");
        System.out.println("|---|---:|---:|---:|");
        for (var what : List.of(OURS_256, OURS_64, PGBENCH_64, OURS_ALONE, BARE_ALONE)) {
            var round = median(what);
            System.out.printf("| %s | %,.0f | %.2f | %.2f |%n", what, round.perSecond(), round.median(), round.p99());
        }
        System.out.printf(
                "%ncreates at 256 clients ÷ pgbench: **%.2f**; one client's median ÷ bare insert: **%.2f**;"
                        + " p99 at 64 ÷ pgbench's: **%.2f**%n",
                median(OURS_256).perSecond() / median(PGBENCH_64).perSecond(),
                median(OURS_ALONE).median() / median(BARE_ALONE).median(),
                median(OURS_64).p99() / median(PGBENCH_64).p99());
    }

    private Clients.Round median(String what) {
        return Clients.Round.median(results.getOrDefault(what, List.of()));
    }
}

package org.serviceledger.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.serviceledger.store.embedded.EmbeddedPostgres;

/**
 * PostgreSQL's load driver {@code pgbench}, inserting and committing one row like ours at a time. It must be installed.
 */
final class Pgbench {

    private static final String TABLE = """
            DROP TABLE IF EXISTS bare_event;
            DROP SEQUENCE IF EXISTS bare_position;
            CREATE TABLE bare_event (LIKE ledger_event INCLUDING ALL);
            CREATE SEQUENCE bare_position CACHE 1""";

    /** Inserts a row as long as those that {@link Folder} stores. */
    private static final String INSERT =
            """
            INSERT INTO bare_event (position, stream_id, stream_type, sequence, event_id, type, payload, metadata, salt,
                stream_pseudonym, leaf_hash, recorded_at)
            VALUES (nextval('bare_position'), 'folder-new-' || currval('bare_position'), 'Folder', 0,
                '018f0000-0000-7000-8000-000000000000', 'folder.opened', '%s'::bytea, '{}'::bytea,
                '\\x%s'::bytea, '\\x%s'::bytea, '\\x%s'::bytea, now());
            """.formatted("x".repeat(Folder.EVENT_BYTES), "5a".repeat(32), "5a".repeat(32), "5a".repeat(32));

    private Pgbench() {}

    static String tables() {
        return TABLE;
    }

    /** Runs {@code pgbench} with these clients for some seconds on the database of our store. */
    static Clients.Round insertSingly(EmbeddedPostgres postgres, String database, int clients, int seconds)
            throws IOException, InterruptedException {
        var directory = Files.createTempDirectory("pgbench-");
        var script = Files.writeString(directory.resolve("insert.sql"), INSERT.replaceAll("\\s*\\R\\s*", " ") + "\n");
        var pgbench = new ProcessBuilder(
                        "pgbench",
                        "--no-vacuum",
                        "--protocol=prepared",
                        "--log",
                        "--client=" + clients,
                        "--jobs=2",
                        "--time=" + seconds,
                        "--file=" + script,
                        "--host=127.0.0.1",
                        "--port=" + postgres.port(),
                        "--username=" + postgres.user(),
                        database)
                .directory(directory.toFile())
                .redirectErrorStream(true);
        pgbench.environment().put("PGPASSWORD", postgres.password());
        var process = pgbench.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("pgbench failed: " + output);
        }
        double perSecond = output.lines()
                .filter(line -> line.startsWith("tps = "))
                .mapToDouble(line -> Double.parseDouble(word(line, 2)))
                .findFirst()
                .orElseThrow(() -> new IOException("pgbench told no rate: " + output));
        var latencies = Clients.Round.of(1, latencies(directory));
        return new Clients.Round(perSecond, latencies.median(), latencies.p99());
    }

    /** Reads the latencies from the third column of pgbench's logs, in microseconds. */
    private static long[] latencies(Path directory) throws IOException {
        List<Path> logs;
        try (Stream<Path> files = Files.list(directory)) {
            logs = files.filter(file -> file.getFileName()
                            .toString()
                            .toLowerCase(Locale.ROOT)
                            .startsWith("pgbench_log"))
                    .toList();
        }
        var lines = new ArrayList<String>();
        for (var log : logs) {
            lines.addAll(Files.readAllLines(log));
        }
        return lines.stream()
                .mapToLong(line -> Long.parseLong(word(line, 2)) * 1_000)
                .toArray();
    }

    private static String word(String line, int index) {
        return line.split(" ", -1)[index];
    }
}

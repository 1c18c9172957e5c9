package org.serviceledger.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.serviceledger.store.embedded.EmbeddedPostgres;

/**
 * One ledger that one process appends to, and two at the same time, with 64 clients in all: creates per second, in
 * alternating rounds; then whether positions are gapless. Each process is a JVM of its own. Prints Markdown.
 *
 * <p>Arguments: rounds, data directory; both optional.
 */
public final class TwoProcessesBenchmark {

    private static final int CLIENTS = 64;
    private static final int SECONDS = 6;
    private static final String GAPS =
            "SELECT count(*), coalesce(max(position) + 1, 0), (SELECT size FROM ledger_head) FROM ledger_event";

    private TwoProcessesBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        System.setProperty("axoniq.update-checker.disabled", "true");
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        if (arguments.length > 0 && arguments[0].equals("process")) {
            process(arguments);
            return;
        }
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        var data = arguments.length > 1 ? Path.of(arguments[1]) : Files.createTempDirectory("two-processes-benchmark-");
        try (var postgres = EmbeddedPostgres.start(data)) {
            Contender.ours("ours", postgres, 2, 0).close();
            run(rounds, postgres);
        }
    }

    private static void run(int rounds, EmbeddedPostgres postgres) throws Exception {
        var alone = new ArrayList<Double>();
        var together = new ArrayList<Double>();
        for (int round = 0; round < rounds; round++) {
            alone.add(rate(postgres, 1, round));
            together.add(rate(postgres, 2, round));
            System.err.printf("one process %.0f/s, two %.0f/s%n", alone.getLast(), together.getLast());
        }
        double one = Clients.middle(alone.stream().mapToDouble(rate -> rate).toArray());
        double two = Clients.middle(together.stream().mapToDouble(rate -> rate).toArray());
        System.out.printf("%d rounds of %d s, %d clients in all, medians%n%n", rounds, SECONDS, CLIENTS);
        System.out.println("| processes | creates /s |");
        System.out.println("|---:|---:|");
        System.out.printf(
                "| 1 | %,.0f |%n| 2 | %,.0f |%n%ntwo ÷ one: **%.2f**; %s%n", one, two, two / one, gaps(postgres));
    }

    private static double rate(EmbeddedPostgres postgres, int processes, int round) throws Exception {
        var running = new ArrayList<Process>();
        for (int number = 0; number < processes; number++) {
            running.add(start(postgres, CLIENTS / processes, "%d-%d-%d".formatted(round, processes, number)));
        }
        for (var process : running) {
            awaitReady(process);
        }
        for (var process : running) {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
        }
        double perSecond = 0;
        for (var process : running) {
            perSecond += Double.parseDouble(process.inputReader().readLine());
            process.waitFor();
        }
        return perSecond;
    }

    private static Process start(EmbeddedPostgres postgres, int clients, String name) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TwoProcessesBenchmark.class.getName(),
                        "process",
                        postgres.jdbcUrl().replaceAll("/[^/]*$", "/ours"),
                        postgres.applicationUser(),
                        postgres.applicationPassword(),
                        Integer.toString(clients),
                        name))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void awaitReady(Process process) throws IOException {
        if (!"ready".equals(process.inputReader().readLine())) {
            throw new IOException("a process did not start");
        }
    }

    /** Warms up, says so, waits for a line, and prints how many a second it appended from then on. */
    private static void process(String[] arguments) throws Exception {
        int clients = Integer.parseInt(arguments[4]);
        try (var ours = Contender.existing(arguments[1], arguments[2], arguments[3], 16, 10_000)) {
            var created = new AtomicInteger();
            Clients.Work create = _ -> ours.commands()
                    .sendAndWait(
                            new Folder.Open("folder-" + arguments[5] + "-" + created.incrementAndGet(), Folder.TEXT));
            Clients.work(clients, 60_000 * clients / CLIENTS, create);
            System.out.println("ready");
            if (System.in.read() < 0) {
                return;
            }
            long until = System.nanoTime() + SECONDS * 1_000_000_000L;
            long began = System.nanoTime();
            int done = 0;
            while (System.nanoTime() < until) {
                Clients.work(clients, 5_000, create);
                done += 5_000;
            }
            System.out.println(done / ((System.nanoTime() - began) / 1e9));
        }
    }

    private static String gaps(EmbeddedPostgres postgres) throws Exception {
        try (var connection = DriverManager.getConnection(
                        postgres.jdbcUrl().replaceAll("/[^/]*$", "/ours"), postgres.user(), postgres.password());
                var query = connection.prepareStatement(GAPS);
                var row = query.executeQuery()) {
            row.next();
            return "%,d events, last position + 1 = %,d, head %,d"
                    .formatted(row.getLong(1), row.getLong(2), row.getLong(3));
        }
    }
}

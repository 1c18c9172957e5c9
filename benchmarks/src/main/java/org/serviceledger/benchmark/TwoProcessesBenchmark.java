package org.serviceledger.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.serviceledger.store.embedded.EmbeddedPostgres;

/**
 * Measures one process, and then two processes at the same time, appending to one ledger: creates per second with 64
 * clients in all, and with 64 in each process, in alternating rounds. Then checks that positions have no gaps. Each
 * process is a JVM of its own. Prints Markdown.
 *
 * <p>Arguments: rounds, data directory; both optional.
 */
public final class TwoProcessesBenchmark {

    private static final String PROCESS = "process";
    private static final String OURS = "ours";
    private static final double WARMING_SECONDS = 30;
    private static final double SECONDS = 5;
    private static final String GAPS =
            "SELECT count(*), coalesce(max(position) + 1, 0), (SELECT size FROM ledger_head) FROM ledger_event";

    private TwoProcessesBenchmark() {}

    /** A number of processes, and of clients in each. */
    private record Arrangement(int processes, int clients) {

        private static final Arrangement ALONE = new Arrangement(1, 64);
        private static final Arrangement SHARED = new Arrangement(2, 32);
        private static final Arrangement TWICE = new Arrangement(2, 64);

        static List<Arrangement> all() {
            return List.of(ALONE, SHARED, TWICE);
        }
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 0 && arguments[0].equals(PROCESS)) {
            process(arguments);
            return;
        }
        System.setProperty("axoniq.update-checker.disabled", "true");
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        var data = arguments.length > 1 ? Path.of(arguments[1]) : Files.createTempDirectory("two-processes-benchmark-");
        try (var postgres = EmbeddedPostgres.start(data)) {
            Contender.ours(OURS, postgres, 2, 0).close();
            run(rounds, postgres);
        }
    }

    private static void run(int rounds, EmbeddedPostgres postgres) throws Exception {
        var rates = new HashMap<Arrangement, List<Double>>();
        for (int round = 0; round < rounds; round++) {
            for (var arrangement :
                    round % 2 == 0 ? Arrangement.all() : Arrangement.all().reversed()) {
                double rate = rate(postgres, arrangement, round);
                System.err.printf("%d x %d: %.0f/s%n", arrangement.processes, arrangement.clients, rate);
                rates.computeIfAbsent(arrangement, _ -> new ArrayList<>()).add(rate);
            }
        }
        System.out.printf("%d rounds of %.0f s, medians%n%n", rounds, SECONDS);
        System.out.println("| processes | clients in each | creates /s | ÷ one process |");
        System.out.println("|---:|---:|---:|---:|");
        for (var arrangement : Arrangement.all()) {
            double rate = middle(rates, arrangement);
            System.out.printf(
                    "| %d | %d | %,.0f | **%.2f** |%n",
                    arrangement.processes, arrangement.clients, rate, rate / middle(rates, Arrangement.ALONE));
        }
        System.out.printf("%n%s%n", gaps(postgres));
    }

    private static double middle(Map<Arrangement, List<Double>> rates, Arrangement arrangement) {
        return Clients.middle(rates.getOrDefault(arrangement, List.of()).stream()
                .mapToDouble(rate -> rate)
                .toArray());
    }

    private static double rate(EmbeddedPostgres postgres, Arrangement arrangement, int round) throws Exception {
        var running = new ArrayList<Jvm>();
        for (int number = 0; number < arrangement.processes; number++) {
            var name = "%d-%d-%d-%d".formatted(round, arrangement.processes, arrangement.clients, number);
            var arguments = new ArrayList<>(List.of(PROCESS, Integer.toString(arrangement.clients), name));
            arguments.addAll(Server.of(postgres).arguments());
            running.add(Jvm.start(TwoProcessesBenchmark.class, arguments));
        }
        for (var process : running) {
            process.awaitReady();
        }
        for (var process : running) {
            process.ask("go");
        }
        double perSecond = 0;
        for (var process : running) {
            perSecond += Double.parseDouble(process.answer());
            process.close();
        }
        return perSecond;
    }

    /** Warms up, reports that, waits for a line, and then prints how many commands a second it carries out. */
    private static void process(String[] arguments) throws Exception {
        int clients = Integer.parseInt(arguments[1]);
        try (var ours = Contender.existing(OURS, Server.of(List.of(arguments)), 16, 10_000)) {
            var created = new AtomicInteger();
            Clients.Work create = _ -> ours.commands()
                    .sendAndWait(
                            new Folder.Open("folder-" + arguments[2] + "-" + created.incrementAndGet(), Folder.TEXT));
            Clients.work(clients, WARMING_SECONDS, create);
            Jvm.ready();
            if (System.in.read() >= 0) {
                System.out.println(Clients.work(clients, SECONDS, create).perSecond());
            }
        }
    }

    private static String gaps(EmbeddedPostgres postgres) throws Exception {
        try (var connection = DriverManager.getConnection(
                        Server.of(postgres).urlOf(OURS), postgres.user(), postgres.password());
                var query = connection.prepareStatement(GAPS);
                var row = query.executeQuery()) {
            row.next();
            return "%,d events, last position + 1 = %,d, head %,d"
                    .formatted(row.getLong(1), row.getLong(2), row.getLong(3));
        }
    }
}

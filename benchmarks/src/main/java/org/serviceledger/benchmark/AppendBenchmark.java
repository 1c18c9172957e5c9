package org.serviceledger.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.common.DefaultIdentifierFactory;
import org.axonframework.common.IdentifierFactory;
import org.serviceledger.store.embedded.EmbeddedPostgres;

/**
 * Measures commands per second through the whole Axon path, with our event store and Axon's own JDBC engine on one
 * PostgreSQL. A command either creates a stream, or loads a stream of about five events and appends to it.
 *
 * <p>Our store runs twice: with live aggregates, and cold, that is, loading the stream for each command as the stock
 * engine does. Each contender has a JVM of its own. The contenders run alone for some seconds at a time, in alternating
 * rounds. Prints the medians as Markdown.
 *
 * <p>Arguments: rounds, connections for ours, connections for the stock engine, data directory; all optional.
 */
public final class AppendBenchmark {

    static final String OURS = "ours";
    static final String COLD = "cold";
    static final String STOCK = "stock";

    private static final int WARMING_ROUNDS = 4;
    private static final List<Integer> CLIENTS = List.of(1, 16, 64);
    private static final Map<String, String> WORK = Map.of("create", "create", "load", "load and append");

    private final Map<String, List<Clients.Round>> results = new HashMap<>();

    private AppendBenchmark() {}

    /** A contender's name and its process. */
    private record Running(String name, Jvm jvm) {}

    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        var ourConnections = arguments.length > 1 ? arguments[1] : "16";
        var stockConnections = arguments.length > 2 ? arguments[2] : "32";
        var data = arguments.length > 3 ? Path.of(arguments[3]) : Files.createTempDirectory("append-benchmark-");
        try (var postgres = EmbeddedPostgres.start(data);
                var ours = start(OURS, ourConnections, postgres);
                var cold = start(COLD, ourConnections, postgres);
                var stock = start(STOCK, stockConnections, postgres)) {
            new AppendBenchmark()
                    .run(rounds, List.of(new Running(OURS, ours), new Running(COLD, cold), new Running(STOCK, stock)));
        }
    }

    private static Jvm start(String name, String connections, EmbeddedPostgres postgres) throws IOException {
        var arguments = new ArrayList<>(List.of(name, connections));
        arguments.addAll(Server.of(postgres).arguments());
        var classPath = System.getProperty("java.class.path");
        var jvm = Jvm.start(
                ContenderProcess.class,
                name.equals(STOCK) ? axonsIdentifiers() + ":" + classPath : classPath,
                arguments);
        jvm.awaitReady();
        return jvm;
    }

    /**
     * Creates a directory that, first on the class path, makes Axon use its own message identifiers instead of ours.
     */
    private static Path axonsIdentifiers() throws IOException {
        var directory = Files.createTempDirectory("append-benchmark-");
        var services = Files.createDirectories(directory.resolve("META-INF/services"));
        Files.writeString(
                services.resolve(IdentifierFactory.class.getName()), DefaultIdentifierFactory.class.getName());
        return directory;
    }

    private void run(int rounds, List<Running> contenders) throws Exception {
        for (int round = -WARMING_ROUNDS; round < rounds; round++) {
            for (int clients : CLIENTS) {
                for (var contender : round % 2 == 0 ? contenders : contenders.reversed()) {
                    measure(round, contender, "create", clients);
                    measure(round, contender, "load", clients);
                }
            }
        }
        print(rounds);
    }

    private void measure(int round, Running contender, String what, int clients) throws IOException {
        contender.jvm.ask(what + " " + clients);
        var figures = contender.jvm.answer().split(" ", 3);
        var result = new Clients.Round(
                Double.parseDouble(figures[0]), Double.parseDouble(figures[1]), Double.parseDouble(figures[2]));
        if (round >= 0) {
            results.computeIfAbsent(key(what, clients, contender.name), _ -> new ArrayList<>())
                    .add(result);
        }
        System.err.printf(
                "round %d %s, %d clients, %s: %.0f/s%n",
                round + 1, WORK.get(what), clients, contender.name, result.perSecond());
    }

    private void print(int rounds) {
        System.out.printf(
                "%d rounds after %d to warm up, medians; %d streams of about five events, payload about %d bytes%n%n",
                rounds, WARMING_ROUNDS, ContenderProcess.STREAMS, Folder.EVENT_BYTES);
        System.out.println("| | clients | ours /s | p50 ms | p99 ms | cold /s | p50 ms | p99 ms | stock /s | p50 ms"
                + " | p99 ms | ours ÷ stock | cold ÷ stock |");
        System.out.println("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        for (var what : List.of("create", "load")) {
            for (int clients : CLIENTS) {
                var ours = median(what, clients, OURS);
                var cold = median(what, clients, COLD);
                var stock = median(what, clients, STOCK);
                System.out.printf(
                        "| %s | %d | %s | %s | %s | **%.1f** | %.1f |%n",
                        WORK.get(what),
                        clients,
                        cells(ours),
                        cells(cold),
                        cells(stock),
                        ours.perSecond() / stock.perSecond(),
                        cold.perSecond() / stock.perSecond());
            }
        }
    }

    private Clients.Round median(String what, int clients, String name) {
        return Clients.Round.median(results.getOrDefault(key(what, clients, name), List.of()));
    }

    private static String cells(Clients.Round round) {
        return "%,.0f | %.2f | %.2f".formatted(round.perSecond(), round.median(), round.p99());
    }

    private static String key(String what, int clients, String name) {
        return what + "/" + clients + "/" + name;
    }
}

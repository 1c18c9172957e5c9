package org.serviceledger.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.serviceledger.store.embedded.EmbeddedPostgres;

/**
 * Commands per second through the whole Axon path, our event store and Axon's own JDBC engine side by side on one
 * PostgreSQL: creating a stream, and loading one of about five events to append to it. Ours runs twice, once with live
 * aggregates and once cold, loading each stream for each command as the stock engine does. All do the same number of
 * commands in alternating rounds; the medians are printed as Markdown.
 *
 * <p>Arguments: rounds, connections for ours, connections for the stock engine, data directory; all optional.
 */
public final class AppendBenchmark {

    private static final List<Integer> CLIENTS = List.of(1, 16, 64);
    private static final int STREAMS = 30_000;
    private static final int EVENTS = 3;
    private static final int USES = 2;

    private final AtomicInteger created = new AtomicInteger();
    private final Map<String, AtomicInteger> entered = new HashMap<>();
    private final Map<String, List<Clients.Round>> results = new HashMap<>();

    private AppendBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        System.setProperty("axoniq.update-checker.disabled", "true");
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        int ourConnections = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 16;
        int stockConnections = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 32;
        var data = arguments.length > 3 ? Path.of(arguments[3]) : Files.createTempDirectory("append-benchmark-");
        try (var postgres = EmbeddedPostgres.start(data);
                var ours = Contender.ours("ours", postgres, ourConnections, 2 * STREAMS);
                var cold = Contender.ours("cold", postgres, ourConnections, 0);
                var stock = Contender.stock(postgres, stockConnections)) {
            new AppendBenchmark().run(rounds, List.of(ours, cold, stock));
        }
    }

    private void run(int rounds, List<Contender> contenders) throws Exception {
        for (var contender : contenders) {
            fill(contender);
            useEachStream(contender);
        }
        for (int round = -1; round < rounds; round++) {
            for (int clients : CLIENTS) {
                for (var contender : round % 2 == 0 ? contenders : contenders.reversed()) {
                    measure(round, contender, "create", clients, _ -> {
                        var folder = "folder-new-" + created.incrementAndGet();
                        return new Folder.Open(folder, Folder.TEXT);
                    });
                    var next = entered.computeIfAbsent(contender.name(), _ -> new AtomicInteger());
                    measure(round, contender, "load and append", clients, _ -> {
                        var folder = "folder-" + next.getAndIncrement() % STREAMS;
                        return new Folder.Enter(folder, Folder.TEXT);
                    });
                }
            }
        }
        print(rounds);
    }

    private static void fill(Contender contender) {
        int together = 100;
        for (int first = 0; first < STREAMS; first += together) {
            var events = new ArrayList<GenericDomainEventMessage<?>>();
            for (int i = first; i < first + together; i++) {
                var id = "folder-" + i;
                events.add(new GenericDomainEventMessage<>(
                        "Folder", id, 0, new Folder.Opened(id, "320623-hall-1", Folder.TEXT)));
                for (int n = 1; n < EVENTS; n++) {
                    events.add(new GenericDomainEventMessage<>(
                            "Folder", id, n, new Folder.Entered(id, n, "320623-hall-1", Folder.TEXT)));
                }
            }
            contender.engine().appendEvents(events);
        }
    }

    /**
     * So that those who keep aggregates alive have them all, as a hall's server has its open cases, and that everybody's
     * code is compiled.
     */
    private static void useEachStream(Contender contender) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var next = new AtomicInteger();
            var running = new ArrayList<Future<?>>();
            for (int client = 0; client < 64; client++) {
                running.add(threads.submit(() -> {
                    for (int i = next.getAndIncrement(); i < USES * STREAMS; i = next.getAndIncrement()) {
                        contender.commands().sendAndWait(new Folder.Enter("folder-" + i % STREAMS, Folder.TEXT));
                    }
                }));
            }
            for (var client : running) {
                client.get();
            }
        }
    }

    private void measure(int round, Contender contender, String what, int clients, IntFunction<Object> command)
            throws Exception {
        var result = Clients.send(contender, clients, commands(clients), command);
        if (round >= 0) {
            results.computeIfAbsent(key(what, clients, contender.name()), _ -> new ArrayList<>())
                    .add(result);
        }
        System.err.printf(
                "round %d %s, %d clients, %s: %.0f/s%n",
                round + 1, what, clients, contender.name(), result.perSecond());
    }

    /** Enough for a round of some seconds at most. */
    private static int commands(int clients) {
        return clients == 1 ? 2_000 : clients * 500;
    }

    private void print(int rounds) {
        System.out.printf(
                "%d rounds after one to warm up, medians; %d streams of %d events at the start, payload about %d bytes%n%n",
                rounds, STREAMS, EVENTS + USES, Folder.EVENT_BYTES);
        System.out.println("| | clients | ours /s | p50 ms | p99 ms | cold /s | p50 ms | p99 ms | stock /s | p50 ms"
                + " | p99 ms | ours ÷ stock | cold ÷ stock |");
        System.out.println("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        for (var what : List.of("create", "load and append")) {
            for (int clients : CLIENTS) {
                var ours = median(what, clients, "ours");
                var cold = median(what, clients, "cold");
                var stock = median(what, clients, "stock");
                System.out.printf(
                        "| %s | %d | %s | %s | %s | **%.1f** | %.1f |%n",
                        what,
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

package org.serviceledger.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.serviceledger.store.embedded.EmbeddedPostgres;

/**
 * Measures whether a ledger becomes slower as it grows. 64 clients create streams in a small and in a large ledger, in
 * alternating rounds on one PostgreSQL. Prints Markdown.
 *
 * <p>Arguments: rounds, millions of events in the large ledger, data directory; all optional.
 */
public final class GrowthBenchmark {

    private static final int SMALL = 1_000_000;
    private static final int CLIENTS = 64;
    private static final int COMMANDS = 60_000;
    private static final int TOGETHER = 500;

    private final AtomicInteger created = new AtomicInteger();

    private GrowthBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        System.setProperty("axoniq.update-checker.disabled", "true");
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 7;
        int large = (arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20) * 1_000_000;
        var data = arguments.length > 2 ? Path.of(arguments[2]) : Files.createTempDirectory("growth-benchmark-");
        try (var postgres = EmbeddedPostgres.start(data);
                var few = Contender.ours("few", postgres, 16, 10_000);
                var many = Contender.ours("many", postgres, 16, 10_000)) {
            fill(few, SMALL);
            fill(many, large);
            try (var connection =
                            DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
                    var statement = connection.createStatement()) {
                statement.execute("CHECKPOINT");
            }
            new GrowthBenchmark().run(rounds, large, few, many);
        }
    }

    private static void fill(Contender contender, int events) throws Exception {
        Clients.work(
                4,
                events / TOGETHER,
                number -> contender
                        .engine()
                        .appendEvents(IntStream.range(0, TOGETHER)
                                .mapToObj(i -> "folder-" + (number * TOGETHER + i))
                                .map(id -> new GenericDomainEventMessage<>(
                                        "Folder", id, 0, new Folder.Opened(id, "320623-hall-1", Folder.TEXT)))
                                .toList()));
        System.err.printf("%,d events are in%n", events);
    }

    private void run(int rounds, int large, Contender few, Contender many) throws Exception {
        var small = new ArrayList<Clients.Round>();
        var big = new ArrayList<Clients.Round>();
        for (int round = -1; round < rounds; round++) {
            var first = create(round % 2 == 0 ? few : many);
            var second = create(round % 2 == 0 ? many : few);
            System.err.printf("%.0f/s, %.0f/s%n", first.perSecond(), second.perSecond());
            if (round >= 0) {
                small.add(round % 2 == 0 ? first : second);
                big.add(round % 2 == 0 ? second : first);
            }
        }
        print(rounds, large, small, big);
    }

    private Clients.Round create(Contender contender) throws Exception {
        return Clients.send(
                contender,
                CLIENTS,
                COMMANDS,
                _ -> new Folder.Open("folder-new-" + created.incrementAndGet(), Folder.TEXT));
    }

    private static void print(int rounds, int large, List<Clients.Round> small, List<Clients.Round> big) {
        double few = Clients.Round.median(small).perSecond();
        double many = Clients.Round.median(big).perSecond();
        System.out.printf("%d rounds of %,d creates, %d clients, medians%n%n", rounds, COMMANDS, CLIENTS);
        System.out.println("| events stored | creates /s |");
        System.out.println("|---:|---:|");
        System.out.printf("| %,d | %,.0f |%n| %,d | %,.0f |%n%n", SMALL, few, large, many);
        System.out.printf("large ÷ small: **%.2f**%n", many / few);
    }
}

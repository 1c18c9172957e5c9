package org.serviceledger.benchmark;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/**
 * Runs one contender in a JVM of its own. It fills its database, uses each stream, and then carries out the commands it
 * reads, such as {@code create 64} or {@code load 64}. It answers each with a line of commands per second, median and
 * p99.
 *
 * <p>Arguments: name of the contender, connections, the arguments of the server.
 */
final class ContenderProcess {

    /** A stream has three events when created and five after two uses. */
    static final int STREAMS = 30_000;

    private static final int EVENTS = 3;
    private static final int USES = 2;
    private static final int TOGETHER = 100;
    private static final double SECONDS = 3;

    private final Contender contender;
    private final AtomicInteger created = new AtomicInteger();
    private final AtomicInteger entered = new AtomicInteger();

    private ContenderProcess(Contender contender) {
        this.contender = contender;
    }

    public static void main(String[] arguments) throws Exception {
        int connections = Integer.parseInt(arguments[1]);
        var server = Server.of(List.of(arguments));
        try (var contender = contender(arguments[0], server, connections);
                var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            var process = new ContenderProcess(contender);
            process.fill();
            process.useEachStream();
            Jvm.ready();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var words = line.split(" ", 2);
                var round = process.round(words[0], Integer.parseInt(words[1]));
                System.out.printf(Locale.ROOT, "%f %f %f%n", round.perSecond(), round.median(), round.p99());
            }
        }
    }

    private static Contender contender(String name, Server server, int connections) throws Exception {
        return switch (name) {
            case AppendBenchmark.OURS -> Contender.ours(name, server, connections, 2 * STREAMS);
            case AppendBenchmark.COLD -> Contender.ours(name, server, connections, 0);
            case AppendBenchmark.STOCK -> Contender.stock(server, connections);
            default -> throw new IllegalArgumentException("no such contender: " + name);
        };
    }

    private Clients.Round round(String what, int clients) throws Exception {
        return switch (what) {
            case "create" -> send(clients, _ -> open());
            case "load" -> send(clients, _ -> enter());
            default -> throw new IllegalArgumentException("cannot " + what);
        };
    }

    private Clients.Round send(int clients, IntFunction<Object> command) throws Exception {
        return Clients.work(clients, SECONDS, i -> contender.commands().sendAndWait(command.apply(i)));
    }

    private Folder.Open open() {
        return new Folder.Open("folder-new-" + created.incrementAndGet(), Folder.TEXT);
    }

    private Folder.Enter enter() {
        return new Folder.Enter("folder-" + entered.getAndIncrement() % STREAMS, Folder.TEXT);
    }

    private void fill() {
        for (int first = 0; first < STREAMS; first += TOGETHER) {
            var events = new ArrayList<GenericDomainEventMessage<?>>();
            for (int i = first; i < first + TOGETHER; i++) {
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
     * Uses each stream, so that contenders that keep aggregates have all of them in memory, as a hall's server has its
     * open cases, and so that the code of all contenders is compiled.
     */
    private void useEachStream() throws Exception {
        Clients.work(64, USES * STREAMS, _ -> contender.commands().sendAndWait(enter()));
    }
}

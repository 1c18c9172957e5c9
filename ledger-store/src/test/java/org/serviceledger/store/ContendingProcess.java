package org.serviceledger.store;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * A process whose writers contend with those of other processes for a few streams. It prints the outcome of every event
 * as soon as it knows it and before the writer goes on. It ends when its standard input ends.
 */
final class ContendingProcess {

    private static final String END = ".";

    private final PostgresEventStorageEngine engine;
    private final String name;
    private final int streams;
    private volatile boolean stopped;

    private ContendingProcess(PostgresEventStorageEngine engine, String name, int streams) {
        this.engine = engine;
        this.name = name;
        this.streams = streams;
    }

    /** Arguments: JDBC URL, user, name of the process, number of writers, number of streams. */
    public static void main(String[] arguments) throws Exception {
        try (var source = new HikariDataSource()) {
            source.setJdbcUrl(arguments[0]);
            source.setUsername(arguments[1]);
            source.setPassword(Objects.requireNonNull(System.getenv("LEDGER_TEST_PASSWORD")));
            source.setMaximumPoolSize(10);
            try (var engine = PostgresEventStorageEngine.builder(source, Note.serializer())
                    .build()) {
                new ContendingProcess(engine, arguments[2], Integer.parseInt(arguments[4]))
                        .write(Integer.parseInt(arguments[3]));
            }
        }
    }

    static String stream(int number) {
        return "note-hot-" + number;
    }

    private void write(int writers) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int writer = 0; writer < writers; writer++) {
                var id = name + "/" + writer;
                threads.execute(() -> write(id));
            }
            while (System.in.read() >= 0) {
                // until the parent closes the input or dies
            }
            stopped = true;
        }
    }

    private void write(String writer) {
        for (int number = 0; !stopped; number++) {
            var stream = stream(ThreadLocalRandom.current().nextInt(streams));
            var eventId = writer + "/" + number;
            try {
                attempt(eventId, stream);
            } catch (RuntimeException e) {
                tell("failed", eventId, stream, -1, e.toString().replaceAll("\\s", "_"));
            }
        }
    }

    private void attempt(String eventId, String stream) {
        long sequence = engine.lastSequenceNumberFor(stream).orElse(-1L) + 1;
        var event = new GenericDomainEventMessage<>(
                Appends.TYPE,
                stream,
                sequence,
                new Note.Written(eventId),
                MetaData.emptyInstance(),
                eventId,
                GenericDomainEventMessage.clock.instant());
        try {
            var position = AppendReceipt.<Object, RuntimeException>capture(() -> {
                        engine.appendEvents(event);
                        return eventId;
                    })
                    .positions()
                    .orElseThrow();
            tell("stored", eventId, stream, sequence, position.first());
        } catch (ConcurrencyException | AggregateStreamCreationException e) {
            tell("conflict", eventId, stream, sequence, e.getClass().getSimpleName());
        }
    }

    private static void tell(String outcome, String eventId, String stream, long sequence, Object detail) {
        synchronized (System.out) {
            System.out.println(String.join(" ", outcome, eventId, stream, "" + sequence, "" + detail, END));
            System.out.flush();
        }
    }
}

package org.serviceledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two processes contend for the same few streams, and one of them is repeatedly killed. */
@Timeout(120)
class TwoProcessesTest {

    private static final int WRITERS = 32;
    private static final int STREAMS = 8;
    private static final int KILLS = 4;
    private static final int MOST_MILLIS_TO_LIVE = 500;

    private final TestLedger ledger = TestLedger.empty();
    private final List<Contender> contenders = new ArrayList<>();

    @AfterEach
    void close() {
        contenders.forEach(Contender::kill);
        ledger.close();
    }

    @Test
    void everyAcknowledgedEventIsThereOnceAndEveryConflictIsToldToTheRightCaller() throws Exception {
        var random = new Random(20160722);
        var lasting = contender("lasting");
        var killed = new ArrayList<Contender>();
        for (int i = 0; i < KILLS; i++) {
            var next = contender("killed-" + i);
            await().atMost(Duration.ofMinutes(1)).until(() -> next.stored() > 50);
            Thread.sleep(random.nextInt(MOST_MILLIS_TO_LIVE));
            next.kill();
            killed.add(next);
        }
        int before = lasting.stored();
        await().until(() -> lasting.stored() > before + 100);
        lasting.stop();

        var rows = rows();
        placesAreWithoutGaps(rows);
        assertThat(RebuiltLeaves.mustSeal(ledger.application(), "default").size())
                .isEqualTo(rows.size());
        var byId = rows.stream().collect(Collectors.toMap(Row::eventId, row -> row));
        assertThat(byId).hasSameSizeAs(rows);
        var taken = rows.stream().map(Row::place).collect(Collectors.toSet());
        for (var contender : contenders) {
            contender.reports().forEach(report -> mustBeTrue(report, byId, taken));
        }
        assertThat(contenders.stream()
                        .flatMap(contender -> contender.reports().stream())
                        .filter(report -> report.outcome().equals("conflict")))
                .hasSizeGreaterThan(100);
        onlyWhatWasUnderWayIsUnreported(byId, killed);
    }

    /** A row of the ledger. */
    private record Row(long position, String eventId, String stream, long sequence) {

        String place() {
            return stream + " " + sequence;
        }
    }

    /** What a process reported of an event: stored at a position, or a conflict with the name of the exception. */
    private record Report(String outcome, String eventId, String stream, long sequence, String detail) {

        static Report of(String line) {
            var parts = line.split(" ", 6);
            return new Report(parts[0], parts[1], parts[2], Long.parseLong(parts[3]), parts[4]);
        }

        String writer() {
            return eventId.substring(0, eventId.lastIndexOf('/'));
        }

        int number() {
            return Integer.parseInt(eventId.substring(eventId.lastIndexOf('/') + 1));
        }
    }

    private static void placesAreWithoutGaps(List<Row> rows) {
        assertThat(rows)
                .extracting(Row::position)
                .isEqualTo(LongStream.range(0, rows.size()).boxed().toList());
        var streams = rows.stream().collect(Collectors.groupingBy(Row::stream));
        assertThat(streams).hasSize(STREAMS);
        streams.values()
                .forEach(stream -> assertThat(stream)
                        .extracting(Row::sequence)
                        .isEqualTo(LongStream.range(0, stream.size()).boxed().toList()));
    }

    private static void mustBeTrue(Report report, Map<String, Row> byId, Set<String> taken) {
        switch (report.outcome()) {
            case "stored" ->
                assertThat(byId.get(report.eventId()))
                        .as(report::toString)
                        .isEqualTo(new Row(
                                Long.parseLong(report.detail()), report.eventId(), report.stream(), report.sequence()));
            case "conflict" -> {
                assertThat(byId).as(report::toString).doesNotContainKey(report.eventId());
                assertThat(taken.contains(report.stream() + " " + report.sequence()))
                        .as(report::toString)
                        .isTrue();
                assertThat(report.detail())
                        .as(report::toString)
                        .isEqualTo(
                                report.sequence() == 0 ? "AggregateStreamCreationException" : "ConcurrencyException");
            }
            case String other -> throw new AssertionError(other + ": " + report);
        }
    }

    /**
     * A writer reports each event before it tries the next. So each killed writer may have stored at most one
     * unreported event.
     */
    private void onlyWhatWasUnderWayIsUnreported(Map<String, Row> byId, List<Contender> killed) {
        var unreported = new HashSet<>(byId.keySet());
        var next = new HashMap<String, Integer>();
        for (var contender : contenders) {
            for (var report : contender.reports()) {
                unreported.remove(report.eventId());
                assertThat(report.number()).as(report::toString).isEqualTo(next.getOrDefault(report.writer(), 0));
                next.put(report.writer(), report.number() + 1);
            }
        }
        var underWay = new HashSet<String>();
        for (var contender : killed) {
            for (int i = 0; i < WRITERS; i++) {
                var writer = contender.name() + "/" + i;
                underWay.add(writer + "/" + next.getOrDefault(writer, 0));
            }
        }
        assertThat(underWay).containsAll(unreported);
    }

    private List<Row> rows() throws Exception {
        var rows = new ArrayList<Row>();
        try (var connection = ledger.application().getConnection();
                var query = connection.prepareStatement(
                        "SELECT position, event_id, stream_id, sequence FROM ledger_event ORDER BY position");
                var row = query.executeQuery()) {
            while (row.next()) {
                rows.add(new Row(row.getLong(1), row.getString(2), row.getString(3), row.getLong(4)));
            }
        }
        return rows;
    }

    private Contender contender(String name) throws IOException {
        var contender = Contender.start(ledger, name);
        contenders.add(contender);
        return contender;
    }

    /** A {@link ContendingProcess} and everything it has reported so far. */
    private record Contender(String name, Process process, Queue<Report> reports, Thread listener) {

        static Contender start(TestLedger ledger, String name) throws IOException {
            var source = ledger.application();
            var builder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            ContendingProcess.class.getName(),
                            source.getJdbcUrl(),
                            source.getUsername(),
                            name,
                            Integer.toString(WRITERS),
                            Integer.toString(STREAMS))
                    .redirectError(ProcessBuilder.Redirect.INHERIT);
            builder.environment().put("LEDGER_TEST_PASSWORD", source.getPassword());
            var process = builder.start();
            var reports = new ConcurrentLinkedQueue<Report>();
            var listener = Thread.ofVirtual().start(() -> listen(process, reports));
            return new Contender(name, process, reports, listener);
        }

        int stored() {
            return (int) reports.stream()
                    .filter(report -> report.outcome().equals("stored"))
                    .count();
        }

        /**
         * Uses the handle, because {@link Process#destroyForcibly} would also discard output that has not been read
         * yet.
         */
        void kill() {
            process.toHandle().destroyForcibly();
            finish();
        }

        void stop() throws IOException {
            process.getOutputStream().close();
            finish();
            assertThat(process.exitValue()).isZero();
        }

        private void finish() {
            try {
                process.waitFor();
                listener.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        /** A line that the kill has cut short does not count as reported. */
        private static void listen(Process process, Queue<Report> reports) {
            try (var lines = process.inputReader()) {
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.endsWith(" .")) {
                        reports.add(Report.of(line));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

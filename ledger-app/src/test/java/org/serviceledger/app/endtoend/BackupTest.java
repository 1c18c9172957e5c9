package org.serviceledger.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.serviceledger.app.endtoend.LedgerProcess.Ended;
import org.serviceledger.store.log.Checkpoint;
import org.serviceledger.store.log.SignedNote;

/**
 * Backs up a ledger while acts are recorded, restores it elsewhere, verifies it and continues recording. Each test
 * covers many steps, since every start costs seconds.
 */
@Execution(CONCURRENT)
class BackupTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int WRITERS = 4;

    @TempDir
    private Path temporary;

    private final AtomicInteger next = new AtomicInteger(100_000);

    @Test
    void whatWasBackedUpUnderLoadIsPutBackAndSignsAgain() throws Exception {
        var data = temporary.resolve("data");
        var copies = temporary.resolve("copies");
        var passphrase = Files.writeString(temporary.resolve("passphrase"), "一句只有我们知道的话\n");
        Path first;
        Path last;
        long middle;
        Instant before;
        try (var server = LedgerProcess.borrowing(data);
                var load = new Load(server)) {
            await().atMost(SOON).until(() -> load.done() > 50);
            succeeded(backup(server, copies, passphrase));
            assertThat(names(copies)).anyMatch(name -> name.matches("base-.*\\.tar\\.gz\\.sealed"));
            await().atMost(SOON).until(() -> load.done() > 150);
            before = Instant.now();
            middle = size(server);
            first = checkpointBeyond(server, middle, "first.txt");
            await().atMost(SOON).until(() -> load.done() > 300);
            load.stop();
            succeeded(LedgerProcess.run(data, "rotate-key", "--data", data.toString()));
            var again = succeeded(backup(server, copies, passphrase));
            assertThat(again.output()).contains("no new copy");
            var beyond = size(server);
            record(server);
            last = checkpointBeyond(server, beyond, "last.txt");
        }

        noneOfItCanBeReadWithout(copies, passphrase);
        theEnd(copies, passphrase, first, last);
        aMoment(copies, passphrase, before, middle, first);
        aPosition(copies, passphrase, middle);
    }

    private void theEnd(Path copies, Path passphrase, Path first, Path last) throws Exception {
        var restored = temporary.resolve("restored");
        succeeded(restore(copies, restored, passphrase));
        assertThat(restored.resolve(".service-ledger")).exists();
        sound(verify(restored, first));
        var older = verify(restored, last);
        assertThat(older.exitCode()).as(older.output()).isEqualTo(1);
        assertThat(older.output()).contains("it was rolled back");

        try (var server = LedgerProcess.borrowing(restored)) {
            var before = size(server);
            record(server);
            var signed = checkpointBeyond(server, before, "signed-again.txt");
            assertThat(server.as("admin").get("/actuator/health").status()).isEqualTo(200);
            sound(verify(restored, first, signed));
            var fresh = succeeded(backup(server, temporary.resolve("copies of the restored"), passphrase));
            assertThat(fresh.output()).contains("base-");
            var refused = backup(server, copies, passphrase);
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.output()).contains("before it was restored");
        }
    }

    private void aMoment(Path copies, Path passphrase, Instant at, long middle, Path first) throws Exception {
        var restored = temporary.resolve("as of a moment");
        var ended = succeeded(restore(copies, restored, passphrase, "--to", at.toString()));
        assertThat(events(ended)).isBetween(150L, middle);
        var older = verify(restored, first);
        assertThat(older.output()).contains("it was rolled back");
        var late = restore(
                copies,
                temporary.resolve("never"),
                passphrase,
                "--to",
                Instant.now().toString());
        assertThat(late.exitCode()).as(late.output()).isEqualTo(1);
        assertThat(late.output()).contains("the backup does not reach that far");
        assertThat(temporary.resolve("never")).doesNotExist();
    }

    private void aPosition(Path copies, Path passphrase, long position) throws Exception {
        var ended = succeeded(
                restore(copies, temporary.resolve("as of a position"), passphrase, "--to", Long.toString(position)));
        assertThat(events(ended))
                .as("events that were committed together stay together")
                .isBetween(position + 1, position + 1 + WRITERS);
    }

    private void noneOfItCanBeReadWithout(Path copies, Path passphrase) throws Exception {
        var into = temporary.resolve("nothing");
        var without = LedgerProcess.run(copies, "restore", copies.toString(), "--data", into.toString());
        assertThat(without.output()).contains("is encrypted");
        var wrong = Files.writeString(temporary.resolve("wrong"), "wrong");
        assertThat(restore(copies, into, wrong).output()).contains("the passphrase is wrong");
        var segment = copies.resolve("wal").resolve(names(copies.resolve("wal")).getFirst());
        var whole = Files.readAllBytes(segment);
        Files.write(segment, Arrays.copyOf(whole, whole.length - 1));
        var damaged = restore(copies, into, passphrase);
        assertThat(damaged.exitCode()).isEqualTo(1);
        assertThat(damaged.output())
                .contains("the backup is damaged: ", segment.getFileName().toString());
        Files.write(segment, whole);
        assertThat(into).doesNotExist();
        var full = Files.createDirectories(temporary.resolve("full"));
        Files.writeString(full.resolve("a file"), "");
        assertThat(restore(copies, full, passphrase).output()).contains("is not empty");
        try (Stream<Path> files = Files.walk(copies)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.getPosixFilePermissions(file))
                        .as(file::toString)
                        .hasSizeLessThanOrEqualTo(2);
            }
        }
    }

    /** Covers a backup without passphrase and a stopped server. */
    @Test
    void aStoppedLedgerIsBackedUpTooAndGapsAreNoticed() throws Exception {
        var data = temporary.resolve("data");
        var copies = temporary.resolve("copies");
        try (var server = LedgerProcess.borrowing(data)) {
            record(server);
        }
        succeeded(LedgerProcess.run(data, "backup", copies.toString(), "--data", data.toString()));
        assertThat(data.resolve("server.json")).doesNotExist();
        try (var server = LedgerProcess.borrowing(data)) {
            record(server);
            succeeded(LedgerProcess.run(
                    data, "backup", temporary.resolve("others").toString(), "--data", data.toString()));
            record(server);
            var again = succeeded(LedgerProcess.run(data, "backup", copies.toString(), "--data", data.toString()));
            assertThat(again.output())
                    .as("what was written ahead went to the others")
                    .contains(": base-");
            var pruned = succeeded(LedgerProcess.run(
                    data, "backup", copies.toString(), "--new-base", "--keep", "1", "--data", data.toString()));
            assertThat(pruned.output()).contains(": base-");
            assertThat(names(copies))
                    .filteredOn(name -> name.startsWith("base-"))
                    .hasSize(1);
        }
        var restored = temporary.resolve("restored");
        var ended = succeeded(LedgerProcess.run(copies, "restore", copies.toString(), "--data", restored.toString()));
        assertThat(ended.output()).contains("never start it beside the ledger it was copied from");
        sound(LedgerProcess.run(restored, "verify", "--data", restored.toString()));
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static Ended backup(LedgerProcess server, Path copies, Path passphrase) throws Exception {
        return LedgerProcess.run(
                server.data(),
                "backup",
                copies.toString(),
                "--data",
                server.data().toString(),
                "--passphrase-file",
                passphrase.toString());
    }

    private static Ended restore(Path copies, Path into, Path passphrase, String... more) throws Exception {
        var arguments = new ArrayList<>(List.of(
                "restore", copies.toString(), "--data", into.toString(), "--passphrase-file", passphrase.toString()));
        arguments.addAll(List.of(more));
        return LedgerProcess.run(copies, arguments.toArray(String[]::new));
    }

    private static Ended verify(Path data, Path... checkpoints) throws Exception {
        var arguments = new ArrayList<>(List.of("verify", "--data", data.toString()));
        for (var checkpoint : checkpoints) {
            arguments.addAll(List.of("--checkpoint", checkpoint.toString()));
        }
        return LedgerProcess.run(data, arguments.toArray(String[]::new));
    }

    private static Ended succeeded(Ended ended) {
        assertThat(ended.exitCode()).as(ended.output()).isZero();
        return ended;
    }

    private static void sound(Ended ended) {
        assertThat(succeeded(ended).output()).contains("sound: ");
    }

    private static long events(Ended restored) {
        return Long.parseLong(restored.output()
                .replaceAll("(?s).*restored ([0-9,]+) events.*", "$1")
                .replace(",", ""));
    }

    private static long size(LedgerProcess server) throws Exception {
        return server.as("admin")
                .get("/api/operations/read-models")
                .json()
                .path("head")
                .asLong();
    }

    /** Waits for a checkpoint that covers more than {@code size} events, and saves it. */
    private Path checkpointBeyond(LedgerProcess server, long size, String name) throws Exception {
        await().atMost(SOON)
                .until(() -> Checkpoint.parse(checkpoint(server).text()).size() > size);
        return Files.writeString(temporary.resolve(name), checkpoint(server).toString());
    }

    private static SignedNote checkpoint(LedgerProcess server) throws IOException, InterruptedException {
        return SignedNote.parse(
                Api.asNobody(server.url()).get("/checkpoint").json().asString());
    }

    private void record(LedgerProcess server) throws Exception {
        var answer = server.as("admin")
                .post(
                        "/api/organizations",
                        Map.of(
                                "organizationId",
                                "org-320623" + next.incrementAndGet(),
                                "name",
                                "一个村",
                                "kind",
                                "VILLAGE_CENTRE"));
        assertThat(answer.status()).as(answer::toString).isEqualTo(201);
    }

    /** Records acts of several clerks in parallel until it is closed. */
    private final class Load implements AutoCloseable {

        private final AtomicBoolean stopped = new AtomicBoolean();
        private final AtomicInteger done = new AtomicInteger();
        private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        private final List<Future<?>> writers = new ArrayList<>();

        Load(LedgerProcess server) {
            for (int i = 0; i < WRITERS; i++) {
                writers.add(threads.submit(() -> {
                    while (!stopped.get()) {
                        record(server);
                        done.incrementAndGet();
                    }
                    return null;
                }));
            }
        }

        int done() {
            return done.get();
        }

        void stop() throws Exception {
            stopped.set(true);
            for (var writer : writers) {
                writer.get();
            }
        }

        @Override
        public void close() {
            stopped.set(true);
            threads.close();
        }
    }
}

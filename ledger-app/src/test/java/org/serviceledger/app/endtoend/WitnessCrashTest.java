package org.serviceledger.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A witness that is killed during its work, and one that cannot start. */
class WitnessCrashTest {

    private static final int ENTRIES = 3_000;

    private static final List<PaperLog> LOGS = IntStream.range(0, 6)
            .mapToObj(i -> PaperLog.of("log-%d.example".formatted(i), ENTRIES))
            .toList();

    private static final String KEY = LOGS.getFirst().signer().verifier().toString();

    @TempDir
    private Path temporary;

    @Test
    void itsMemoryIsNeverBehindWhatItSigned() throws Exception {
        var signed = new ConcurrentHashMap<String, Long>();
        String key = "";
        for (int round = 0; round < 3; round++) {
            try (var witness = WitnessProcess.watching(temporary.resolve("data"), keys())) {
                assertThat(round == 0 || key.equals(witness.key().toString())).isTrue();
                key = witness.key().toString();
                assertRemembered(witness, signed);
                storm(witness, signed, 60 * (round + 1));
            }
        }
        try (var witness = WitnessProcess.watching(temporary.resolve("data"), keys())) {
            assertRemembered(witness, signed);
            assertThat(signed)
                    .hasSize(LOGS.size())
                    .allSatisfy((_, size) -> assertThat(size).isPositive());
        }
    }

    /**
     * Each log requests cosignatures for one more entry at a time, as fast as it can. The witness is killed after
     * {@code untilKilled} cosignatures.
     */
    private static void storm(WitnessProcess witness, Map<String, Long> signed, int untilKilled) throws Exception {
        var left = new CountDownLatch(untilKilled);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asking = new ArrayList<Future<?>>();
            for (var log : LOGS) {
                var from = witness.size(log.origin());
                asking.add(threads.submit(() -> ask(witness, log, from, signed, left)));
            }
            assertThat(left.await(60, TimeUnit.SECONDS)).isTrue();
            witness.process().kill();
            for (var log : asking) {
                log.get();
            }
        }
    }

    private static void ask(
            WitnessProcess witness, PaperLog log, long from, Map<String, Long> signed, CountDownLatch left) {
        try {
            for (long size = from; size < ENTRIES; size++) {
                var answer = witness.add(log.asking(size, size + 1));
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                signed.put(log.origin(), size + 1);
                left.countDown();
            }
        } catch (IOException _) {
            // the witness was killed
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void assertRemembered(WitnessProcess witness, Map<String, Long> signed) throws Exception {
        for (var log : LOGS) {
            long size = witness.size(log.origin());
            assertThat(size)
                    .isBetween(signed.getOrDefault(log.origin(), 0L), signed.getOrDefault(log.origin(), 0L) + 1);
            if (size > 0) {
                var fork = log.forkedAt((int) size - 1, (int) size, "forged");
                assertThat(witness.add(fork.asking(size, size)).statusCode()).isEqualTo(422);
                assertThat(witness.add(fork.asking(size - 1, size)).statusCode())
                        .isEqualTo(409);
            }
        }
    }

    private static String[] keys() {
        return LOGS.stream().map(log -> log.signer().verifier().toString()).toArray(String[]::new);
    }

    @Test
    void aDamagedMemoryStopsTheStart() throws Exception {
        var data = temporary.resolve("data");
        var log = LOGS.getFirst();
        try (var witness = WitnessProcess.watching(data, KEY)) {
            witness.add(log.asking(0, 7));
        }
        var file = data.resolve("memory" + WitnessProcess.pathOf(log.origin()).replace("/checkpoint", ""));
        Files.writeString(file, Files.readString(file).substring(0, 30));

        var ended = LedgerProcess.run(
                data, "serve", "--roles=witness", "--name=w", "--trust=" + KEY, "--port=0", "--data=" + data);

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.output()).hasLineCount(1).contains("is damaged", file.toString());
    }

    @Test
    void theDirectoryOfALedgerIsNotTaken() throws Exception {
        var data = Files.createDirectories(temporary.resolve("ledger"));
        Files.writeString(data.resolve(".service-ledger"), "1\n");

        var ended = LedgerProcess.run(
                data, "serve", "--roles=witness", "--name=w", "--trust=" + KEY, "--port=0", "--data=" + data);

        assertThat(ended.output()).hasLineCount(1).contains("holds something else than a witness");
    }
}

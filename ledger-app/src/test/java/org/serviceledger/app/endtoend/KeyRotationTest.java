package org.serviceledger.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.serviceledger.app.data.LogKey;
import org.serviceledger.store.embedded.RunningPostgres;
import org.serviceledger.store.log.Checkpoint;
import org.serviceledger.store.log.SignedNote;
import org.serviceledger.store.log.VerifierKey;

/**
 * Rotations of a log's key: normal, interrupted, with a foreign key, and after a loss. One test, since every start
 * costs seconds.
 */
class KeyRotationTest {

    @TempDir
    Path temporary;

    private int organizations;

    @Test
    void theLogIsSignedWithTheKeyInForceOrNotAtAll() throws Exception {
        var data = temporary.resolve("data");
        VerifierKey first;
        VerifierKey second;
        VerifierKey third;
        try (var server = LedgerProcess.borrowing(data)) {
            first = key(server);
            record(server);
            killBeforeTheRotationIsOnRecord(server, first);
        }

        try (var server = LedgerProcess.borrowing(data)) {
            second = key(server);
            await().untilAsserted(() -> bothSignAndTheRotationIsOnRecord(server, first, second));
            assertThat(rotate(server).exitCode()).isZero();
            third = key(server);
            server.kill();
        }

        putBackAsBeforeTheFilesWereChanged(data, second);
        SignedNote last;
        try (var server = LedgerProcess.borrowing(data)) {
            assertThat(key(server)).isEqualTo(third);
            record(server);
            last = awaitCheckpoint(server);
            assertThat(last.signers(List.of(first, second, third))).containsExactly(second, third);
            assertThat(data.resolve("log-key.next")).doesNotExist();
        }

        Files.delete(data.resolve("log-key"));
        LogKey.of(data.resolve("log-key"));
        try (var server = LedgerProcess.borrowing(data)) {
            anotherKeySignsNothing(server, last);
            theLossIsOnRecord(server, third);
        }
    }

    /**
     * Holds the head's lock, so that no event can be appended: the key comes into force and reaches its file, but its
     * event cannot be recorded before the kill.
     */
    private static void killBeforeTheRotationIsOnRecord(LedgerProcess server, VerifierKey before) throws Exception {
        var postgres = RunningPostgres.on(server.data().resolve("postgres")).orElseThrow();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var connection = DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
                var head = connection.createStatement()) {
            connection.setAutoCommit(false);
            head.execute("SELECT size FROM ledger_head FOR UPDATE");
            var rotation = threads.submit(() -> rotate(server));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> Files.exists(kept(server.data(), before))
                            && Files.notExists(server.data().resolve("log-key.next")));
            server.kill();
            assertThat(rotation.get().output()).contains("does not answer");
        }
    }

    private void bothSignAndTheRotationIsOnRecord(LedgerProcess server, VerifierKey first, VerifierKey second)
            throws Exception {
        var note = awaitCheckpoint(server);
        assertThat(second).isNotEqualTo(first);
        assertThat(note.signers(List.of(first, second))).containsExactly(first, second);
        var size = Checkpoint.parse(note.text()).size();
        assertThat(Api.asNobody(server.url())
                        .get("/tile/entries/000.p/" + size)
                        .json()
                        .toString())
                .contains("log.key-rotated");
        var keys = Api.asNobody(server.url()).get("/vkeys").json();
        assertThat(keys).hasSize(2);
        assertThat(keys.get(0).path("key").asString()).isEqualTo(first.toString());
        assertThat(keys.get(0).path("toSize").asLong() + 1)
                .isEqualTo(keys.get(1).path("fromSize").asLong());
        var statement = SignedNote.parse(keys.get(1).path("statement").asString());
        assertThat(statement.signers(List.of(first, second))).containsExactly(first, second);
    }

    /** Restores the files as a kill leaves them after the key came into force and before it moved to its file. */
    private static void putBackAsBeforeTheFilesWereChanged(Path data, VerifierKey before) throws IOException {
        Files.move(data.resolve("log-key"), data.resolve("log-key.next"));
        Files.move(kept(data, before), data.resolve("log-key"));
    }

    /** Path of an earlier key. */
    private static Path kept(Path data, VerifierKey before) {
        return data.resolve("log-key." + HexFormat.of().toHexDigits(before.id()));
    }

    private void anotherKeySignsNothing(LedgerProcess server, SignedNote last) throws Exception {
        record(server);
        await().untilAsserted(() -> {
            var health = server.as("admin").get("/actuator/health");
            assertThat(health.status()).isEqualTo(503);
            assertThat(health.json().path("components").path("checkpoints").toString())
                    .contains(server.data().resolve("log-key") + " holds");
        });
        assertThat(checkpoint(server)).hasToString(last.toString());
        var refused = rotate(server);
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.output()).contains("--lost");
    }

    private void theLossIsOnRecord(LedgerProcess server, VerifierKey lost) throws Exception {
        assertThat(rotate(server, "--lost").exitCode()).isZero();
        var next = key(server);
        var note = awaitCheckpoint(server);
        assertThat(next.signed(note)).isTrue();
        assertThat(lost.signed(note)).isFalse();
        assertThat(rotate(server, "--lost").output()).contains("is not lost");
        await().untilAsserted(() ->
                assertThat(server.as("admin").get("/actuator/health").status()).isEqualTo(200));
    }

    private static LedgerProcess.Ended rotate(LedgerProcess server, String... options) throws Exception {
        var arguments =
                new ArrayList<>(List.of("rotate-key", "--data", server.data().toString()));
        arguments.addAll(List.of(options));
        return LedgerProcess.run(server.data(), arguments.toArray(String[]::new));
    }

    private void record(LedgerProcess server) throws Exception {
        var organization = organizations == 0
                ? Map.of("organizationId", "org-320623", "name", "一个县", "kind", "COUNTY_OFFICE")
                : Map.of(
                        "organizationId", "org-32062300" + organizations,
                        "name", "一个镇",
                        "kind", "TOWN_CENTRE",
                        "parent", "org-320623");
        organizations++;
        var answer = server.as("admin").post("/api/organizations", organization);
        assertThat(answer.status()).as(answer::toString).isEqualTo(201);
    }

    /** Waits for a checkpoint that covers everything recorded so far. */
    private static SignedNote awaitCheckpoint(LedgerProcess server) throws Exception {
        var head = server.as("admin")
                .get("/api/operations/read-models")
                .json()
                .path("head")
                .asLong();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Checkpoint.parse(checkpoint(server).text()).size() >= head);
        return checkpoint(server);
    }

    private static SignedNote checkpoint(LedgerProcess server) throws IOException, InterruptedException {
        return SignedNote.parse(
                Api.asNobody(server.url()).get("/checkpoint").json().asString());
    }

    private static VerifierKey key(LedgerProcess server) throws IOException, InterruptedException {
        return VerifierKey.parse(
                Api.asNobody(server.url()).get("/vkey").json().asString().strip());
    }
}

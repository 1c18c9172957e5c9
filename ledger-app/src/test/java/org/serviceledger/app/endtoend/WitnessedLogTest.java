package org.serviceledger.app.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import dev.sigstore.rekor.client.Checkpoints;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.serviceledger.app.data.LogKey;
import org.serviceledger.store.log.Checkpoint;
import org.serviceledger.store.log.ProofFile;
import org.serviceledger.store.log.SignedNote;
import org.serviceledger.store.log.VerifierKey;

/** A log and a witness as separate processes. One test, since every start costs seconds. */
class WitnessedLogTest {

    private static final Duration SOON = Duration.ofSeconds(40);

    @TempDir
    private Path temporary;

    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void theWitnessIsAskedAndMissedAndNotToBeFooled() throws Exception {
        var data = temporary.resolve("log");
        var key = keyOf(data);
        var witness = WitnessProcess.watching(temporary.resolve("witness"), key.toString());
        try {
            whatIsPublishedIsCosigned(data, witness, key);
            copy(data.resolve("postgres"), temporary.resolve("yesterday"));
            witness = withoutTheWitnessNothingGoesOnForLong(data, witness, key);
            Files.move(data.resolve("postgres"), temporary.resolve("today"));
            copy(temporary.resolve("yesterday"), data.resolve("postgres"));
            theWitnessRemembersWhatTheDatabaseForgot(data, witness);
        } finally {
            witness.close();
        }
    }

    private void whatIsPublishedIsCosigned(Path data, WitnessProcess witness, VerifierKey key) throws Exception {
        try (var log = served(data, witness)) {
            var note = awaitPublished(log, 0);

            // an independent implementation
            var theirs = Checkpoints.from(note.toString());
            assertThat(theirs.getSignatures())
                    .extracting(signature -> signature.getIdentity())
                    .containsExactly("localhost", WitnessProcess.NAME);
            var cosignature = ByteBuffer.wrap(theirs.getSignatures().getLast().getSignature());
            var text = theirs.getSignedData();
            assertThat(isOf(key, text, theirs.getSignatures().getFirst().getSignature()))
                    .isTrue();
            long seconds = cosignature.getLong();
            var said = Arrays.copyOfRange(cosignature.array(), cosignature.position(), cosignature.limit());
            assertThat(seconds).isCloseTo(System.currentTimeMillis() / 1000, within(600L));
            assertThat(isOf(witness.key(), "cosignature/v1\ntime %d\n%s".formatted(seconds, text), said))
                    .isTrue();
            assertThat(witness.size("localhost")).isGreaterThanOrEqualTo(size(note));

            long position = recorded(log, "org-320623");
            assertThat(size(awaitPublished(log, position))).isGreaterThan(position);
            var proof = ProofFile.parse(
                    get(log, "/api/ledger/events/%d/proof".formatted(position)).body());
            assertThat(proof.checkpoint().signers(List.of(key, witness.key()))).hasSize(2);
            log.stop();
        }
    }

    private WitnessProcess withoutTheWitnessNothingGoesOnForLong(Path data, WitnessProcess witness, VerifierKey key)
            throws Exception {
        try (var log = served(data, witness)) {
            var before = awaitPublished(log, 0);
            int port = witness.process().url().getPort();
            witness.process().kill();
            long position = recorded(log, "org-320623001");
            await().atMost(SOON).until(() -> get(log, "/actuator/health").statusCode() == 503);

            assertThat(get(log, "/checkpoint").body()).isEqualTo(before.toString());
            assertThat(get(log, "/api/ledger/events/%d/proof".formatted(position))
                            .statusCode())
                    .isEqualTo(404);
            var refused = log.as("admin").post("/api/organizations", organization("org-320623002"));
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.json().path("rule").asString()).isEqualTo("record/witnessed");
            assertThat(refused.json().path("detail").asString())
                    .startsWith("nothing is recorded while the log's witnesses do not vouch for it: ")
                    .contains("1 event waits");
            assertThat(operatorsPage(log)).contains("警报", "没有足够的见证人联署", WitnessProcess.NAME);

            var again = WitnessProcess.watchingOn(port, temporary.resolve("witness"), key.toString());
            assertThat(size(awaitPublished(log, position))).isGreaterThan(position);
            await().atMost(SOON).until(() -> get(log, "/actuator/health").statusCode() == 200);
            awaitPublished(log, recorded(log, "org-320623002"));
            log.stop();
            return again;
        }
    }

    private void theWitnessRemembersWhatTheDatabaseForgot(Path data, WitnessProcess witness) throws Exception {
        long remembered = witness.size("localhost");
        try (var log = served(data, witness)) {
            await().atMost(SOON).until(() -> get(log, "/actuator/health").statusCode() == 503);

            assertThat(log.said())
                    .contains("contradicts the log", "%d before: events were taken away".formatted(remembered));
            assertThat(log.as("admin").get("/actuator/health").json().toString())
                    .contains("events were taken away", "\"checkpoints\":{\"details\":{\"reason\"");
            var page = operatorsPage(log);
            assertThat(page).contains("不符", "台账被改动或回退过", "有事件被取走", "localhost\n%d\n".formatted(remembered));
            var refused = log.as("admin").post("/api/organizations", organization("org-320623003"));
            assertThat(refused.status()).isEqualTo(503);
            assertThat(witness.size("localhost")).isEqualTo(remembered);
            log.stop();
        }
    }

    /** Creates the log's key as the first start would: the witness must know it earlier. */
    static VerifierKey keyOf(Path data) throws IOException {
        Files.createDirectories(data);
        Files.writeString(data.resolve(".service-ledger"), "1\n");
        return new VerifierKey("localhost", LogKey.of(data.resolve("log-key")).getPublic());
    }

    static LedgerProcess served(Path data, WitnessProcess witness) throws IOException, InterruptedException {
        return LedgerProcess.borrowing(
                data,
                "--witness=%s=%s".formatted(witness.process().url(), witness.key()),
                "--witness-policy=all",
                "--longest-lag=3s",
                "--refuse-unwitnessed");
    }

    private SignedNote awaitPublished(LedgerProcess log, long position) {
        return await().atMost(SOON)
                .until(
                        () -> {
                            var answer = get(log, "/checkpoint");
                            return answer.statusCode() == 200
                                    ? SignedNote.parse(answer.body())
                                    : new SignedNote("none\n", List.of());
                        },
                        note -> note.signatures().size() == 2 && size(note) > position);
    }

    private static long recorded(LedgerProcess log, String id) throws IOException, InterruptedException {
        var answer = log.as("admin").post("/api/organizations", organization(id));
        assertThat(answer.status()).as(answer::toString).isEqualTo(201);
        return answer.json().path("position").asLong();
    }

    private static Map<String, Object> organization(String id) {
        return id.length() == 10
                ? Map.of("organizationId", id, "name", "见证之下的县", "kind", "COUNTY_OFFICE")
                : Map.of("organizationId", id, "name", "见证之下的厅", "kind", "TOWN_CENTRE", "parent", "org-320623");
    }

    private HttpResponse<String> get(LedgerProcess log, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(log.url() + path)).build();
        return http.send(request, BodyHandlers.ofString());
    }

    private static String operatorsPage(LedgerProcess log) {
        try (var chromium = new Chromium();
                var operator = chromium.visitor(log)) {
            operator.signIn("admin");
            operator.open("/operations");
            return operator.page().content();
        }
    }

    private static long size(SignedNote note) {
        return Checkpoint.parse(note.text()).size();
    }

    private static boolean isOf(VerifierKey key, String text, byte[] signature) {
        var encoded = key.key().getEncoded();
        var verifier = new Ed25519Signer();
        verifier.init(false, new Ed25519PublicKeyParameters(encoded, encoded.length - 32));
        var bytes = text.getBytes(UTF_8);
        verifier.update(bytes, 0, bytes.length);
        return verifier.verifySignature(signature);
    }

    private static void copy(Path from, Path to) throws IOException, InterruptedException {
        var copying = new ProcessBuilder("cp", "-a", from.toString(), to.toString()).inheritIO();
        assertThat(copying.start().waitFor()).isZero();
    }
}

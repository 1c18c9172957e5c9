package org.serviceledger.app.endtoend;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.serviceledger.store.log.Checkpoint;
import org.serviceledger.store.log.SignedNote;

/** The witness as a separate process, over HTTP. Each test uses a log of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WitnessServerTest {

    private static final PaperLog GROWING = PaperLog.of("growing.example", 500);
    private static final PaperLog REFUSED = PaperLog.of("refused.example", 500);
    private static final PaperLog CONTESTED = PaperLog.of("contested.example", 100);
    private static final PaperLog FORKED = PaperLog.of("forked.example", 200);

    @TempDir
    private static Path temporary;

    private @Nullable WitnessProcess started;

    @BeforeAll
    void start() throws Exception {
        var file = Files.writeString(
                temporary.resolve("logs"),
                "# the county's logs\n\n" + CONTESTED.signer().verifier() + "\n"
                        + FORKED.signer().verifier() + "\n");
        started = WitnessProcess.watching(
                temporary.resolve("data"),
                GROWING.signer().verifier().toString(),
                REFUSED.signer().verifier().toString(),
                file.toString());
    }

    @AfterAll
    void stop() throws IOException {
        witness().close();
    }

    @Test
    void itCosignsWhatGrowsAndShowsWhatItCosigned() throws Exception {
        assertThat(witness().get(WitnessProcess.pathOf(GROWING.origin())).statusCode())
                .isEqualTo(404);
        for (long[] step : new long[][] {{0, 3}, {3, 3}, {3, 256}, {256, 500}}) {
            var answer = witness().add(GROWING.asking(step[0], step[1]));
            var line = SignedNote.Signature.parse(answer.body().strip());
            var note = GROWING.checkpoint(step[1]).with(List.of(line));

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(note.signers(
                            List.of(GROWING.signer().verifier(), witness().key())))
                    .hasSize(2);
            assertThat(witness().latest(GROWING.origin()).orElseThrow()).hasToString(note.toString());
        }
        assertThat(witness().get("/health").body()).contains("\"origin\":\"growing.example\",\"size\":500");
    }

    @Test
    void whatItRefusesItTellsInALine() throws Exception {
        assertThat(witness().add(REFUSED.asking(0, 100)).statusCode()).isEqualTo(200);
        var stranger = PaperLog.of("stranger.example", 3);
        var impostor = PaperLog.of(REFUSED.origin(), 300);

        assertRefused(400, "begins with 'old'", witness().add("new 0\n\n" + REFUSED.checkpoint(3)));
        assertRefused(400, "no empty line", witness().add(""));
        assertRefused(400, "no continuation", witness().add("old 8\n\n" + REFUSED.checkpoint(7)));
        assertRefused(403, "no trusted key", witness().add(impostor.asking(100, 200)));
        assertRefused(404, "'stranger.example'", witness().add(stranger.asking(0, 3)));
        assertRefused(422, "the proof", witness().add("old 100\n\n" + REFUSED.checkpoint(200)));
        assertRefused(413, "bytes at most", witness().add("old 0\n\n" + "x".repeat(600_000)));
        assertRefused(
                413,
                "bytes at most",
                witness()
                        .send(request("/add-checkpoint")
                                .POST(BodyPublishers.ofInputStream(
                                        () -> new ByteArrayInputStream(new byte[3_000_000])))));
        assertThat(witness().size(REFUSED.origin())).isEqualTo(100);
    }

    @Test
    void aLogThatTakesItToBeElsewhereIsToldWhereItIs() throws Exception {
        witness().add(FORKED.asking(0, 100));

        var answer = witness().add(FORKED.asking(0, 200));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/x.tlog.size");
        assertThat(answer.body()).isEqualTo("100\n");
    }

    /**
     * The witness cosigns what one client was shown. It refuses a different history for another client, and anybody can
     * see why.
     */
    @Test
    void aHistoryForSomebodyElseIsRefused() throws Exception {
        witness().add(FORKED.asking(0, 100));
        var other = FORKED.forkedAt(60, 200, "forged");

        assertRefused(422, "another root over 100 entries", witness().add(other.asking(100, 100)));
        assertRefused(422, "the proof leads to another", witness().add(other.asking(100, 200)));
        var honest =
                Checkpoint.parse(witness().latest(FORKED.origin()).orElseThrow().text());
        var forged = Checkpoint.parse(other.checkpoint(200).text());
        assertThat(other.consistency(100, 200).flaw(honest.root(), forged.root()))
                .isPresent();
        assertThat(FORKED.consistency(100, 200).flaw(honest.root(), FORKED.root(200)))
                .isEmpty();
        assertThat(evidence())
                .contains(FORKED.root(100).base64(), other.root(100).base64());
    }

    @Test
    void ofManyConflictingHistoriesExactlyOneIsCosigned() throws Exception {
        witness().add(CONTESTED.asking(0, 100));
        var requests = new ArrayList<String>();
        for (int i = 0; i < 50; i++) {
            requests.add(CONTESTED.grownBy(20, "history " + i + " ").asking(100, 120));
        }

        var answers = atOnce(requests);

        assertThat(answers.stream().collect(groupingBy(HttpResponse::statusCode, counting())))
                .isEqualTo(Map.of(200, 1L, 409, 49L));
        var winner = answers.stream()
                .filter(answer -> answer.statusCode() == 200)
                .findFirst()
                .orElseThrow();
        assertThat(witness().latest(CONTESTED.origin()).orElseThrow().toString())
                .endsWith(winner.body());
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /add-checkpoint, 405",
        "PUT, /add-checkpoint, 405",
        "POST, /vkey, 405",
        "DELETE, /health, 405",
        "GET, /, 404",
        "GET, /nothing, 404",
        "GET, /add-checkpoint/more, 404",
        "GET, /0000000000000000000000000000000000000000000000000000000000000000/checkpoint, 404",
        "GET, /../../etc/passwd, 404",
        "GET, /%00, 404",
        "GET, /vkey, 200",
        "HEAD, /vkey, 200",
        "GET, /health, 200",
    })
    void otherPathsAndMethods(String method, String path, int status) throws Exception {
        var answer = witness().send(request(path).method(method, BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).hasLineCount(method.equals("HEAD") ? 0 : 1).doesNotContain("Exception");
        assertThat(answer.headers().firstValue("Allow").isPresent()).isEqualTo(status == 405);
    }

    @Test
    void itsKeyIsItsOwnAndItsDirectoryNobodyElses() throws Exception {
        var data = witness().process().data();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("witness-key"))))
                .isEqualTo("rw-------");
        assertThat(witness().process().said()).contains(witness().key().toString());
        var second = LedgerProcess.run(
                data, serve(data, "--name=x", "--trust=" + GROWING.signer().verifier()));
        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.output()).hasLineCount(1).contains("is in use by a running", data.toString());
    }

    private List<HttpResponse<String>> atOnce(List<String> requests) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var go = new CountDownLatch(1);
            var asked = new ArrayList<Future<HttpResponse<String>>>();
            for (var request : requests) {
                asked.add(threads.submit(() -> {
                    go.await();
                    return witness().add(request);
                }));
            }
            go.countDown();
            var answers = new ArrayList<HttpResponse<String>>();
            for (var answer : asked) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    private WitnessProcess witness() {
        return Objects.requireNonNull(started);
    }

    private String evidence() throws IOException {
        try (var files = Files.list(witness().process().data().resolve("memory"))) {
            var file = files.filter(path -> path.toString().endsWith(".fork-at-100"))
                    .findFirst()
                    .orElseThrow();
            return Files.readString(file);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(witness().uri(path));
    }

    private static String[] serve(Path data, String... more) {
        var arguments = new ArrayList<>(List.of("serve", "--roles=witness", "--port=0", "--data=" + data));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    private static void assertRefused(int status, String reason, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).hasLineCount(1).endsWith("\n").contains(reason);
    }
}

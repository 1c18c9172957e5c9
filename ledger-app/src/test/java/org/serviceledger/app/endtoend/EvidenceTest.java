package org.serviceledger.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.serviceledger.store.log.Checkpoint;
import org.serviceledger.store.log.ProofFile;
import org.serviceledger.store.log.TreeHash;
import org.serviceledger.store.log.VerifierKey;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Evidence that inspectors and citizens download from a running server, checked with independent tools. */
@ResourceLock(SharedDemo.ALONE)
class EvidenceTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String STORY = "case-320623107-GL-0001";
    private static final Pattern PROOF = Pattern.compile("href=\"(/api/ledger/events/(\\d+)/proof)\"");

    private static final String ANOTHER = "ledger.example.gov.cn+fef51ed3+AYy/rwg/P2CueE4W2Kt3q+lYOwsHpRUjXR5vpb9a8ai2";

    private final LedgerProcess server = SharedDemo.server();
    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path directory;

    @Test
    void anInspectorTakesTheWholeChainAway() throws Exception {
        var answer = get("/api/cases/" + STORY + "/evidence", server.as("inspector"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/zip");
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("evidence-320623107-GL-0001.zip");
        var files = unzipped(answer.body());
        var chain = server.as("inspector").get("/api/cases/" + STORY + "/chain").json();
        assertThat(positions(files, "events/")).containsAll(positions(chain)).hasSizeGreaterThan(15);
        assertThat(positions(files, "leaves/")).isEqualTo(positions(files, "events/"));
        assertThat(positions(files, "proofs/")).isEqualTo(positions(files, "events/"));
        assertThat(text(files, "chain.html"))
                .contains("张晓燕", "非常不满意", "超过承诺时限", "其时的负责人")
                .doesNotContain(" th:", "http://", "https://", "<script");
        assertThat(text(files, "README.txt")).contains("怎样核验", "How to check it");
        var types = files.entrySet().stream()
                .filter(file -> file.getKey().startsWith("events/"))
                .map(file -> JSON.readTree(file.getValue()).path("type").asString())
                .collect(Collectors.toSet());
        assertThat(types).contains("case.applied", "evaluation.rated", "organization.leader-appointed");
    }

    @Test
    void theChainOnPaperIsInTheLanguageOfWhoeverTakesIt() throws Exception {
        var request = HttpRequest.newBuilder(URI.create(server.url() + "/api/cases/" + STORY + "/evidence"))
                .header(
                        "Authorization",
                        Objects.requireNonNull(server.as("inspector").authorization()))
                .header("Accept-Language", "en");
        var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());

        assertThat(text(unzipped(answer.body()), "chain.html"))
                .contains("<html lang=\"en\"", "张晓燕", "Act by act", "Leaders at the time", "very dissatisfied")
                .doesNotContain("逐事", "何事、何人", "其时的负责人");
    }

    @Test
    void othersCheckItWithoutUs() throws Exception {
        var bundle = unpacked(
                get("/api/cases/" + STORY + "/evidence", server.as("inspector")).body());

        var sound = recipe(bundle, vkey());
        assertThat(sound.exitCode()).as(sound.output()).isZero();
        assertThat(sound.output()).contains("signed by " + vkey(), "all is as it should be");

        var position = positions(server.as("inspector")
                        .get("/api/cases/" + STORY + "/chain")
                        .json())
                .iterator()
                .next();
        var event = bundle.resolve("events/" + position + ".json");
        Files.writeString(event, Files.readString(event).replaceFirst("\"salt\" : \"..", "\"salt\" : \"00"));
        var changed = recipe(bundle, vkey());
        assertThat(changed.exitCode()).isEqualTo(1);
        assertThat(changed.output()).contains("WRONG events/" + event.getFileName());
    }

    @Test
    void itIsVerifiedWithoutServerAndDirectory() throws Exception {
        var bundle = directory.resolve("evidence.zip");
        Files.write(
                bundle,
                get("/api/cases/" + STORY + "/evidence", server.as("inspector")).body());
        var keys = Files.writeString(directory.resolve("keys"), "# from the gazette\n" + vkey() + "\n");

        var sound = verify(bundle.toString(), "--vkey", keys.toString());
        assertThat(sound.exitCode()).as(sound.output()).isZero();
        assertThat(sound.output())
                .contains("about " + STORY, "signed by the log: " + vkey())
                .endsWith("sound\n")
                .doesNotContain("TRUSTED");
        var trusting = verify(bundle.toString());
        assertThat(trusting.exitCode()).as(trusting.output()).isZero();
        assertThat(trusting.output()).contains("TRUSTED: the keys inside the bundle");

        var strange = verify(bundle.toString(), "--vkey", ANOTHER);
        assertThat(strange.exitCode()).as(strange.output()).isEqualTo(1);
        assertThat(strange.output()).contains("checkpoint: is of the log localhost, and there is no key of it");
        assertThat(strange.output()).endsWith("1 finding\n");
        var cut = Files.write(directory.resolve("cut.zip"), Arrays.copyOf(Files.readAllBytes(bundle), 5000));
        for (var unreadable : List.of(
                verify(cut.toString()),
                verify("absent.zip"),
                verify(bundle.toString(), "--vkey", "nonsense"),
                verify(bundle.toString(), "--checkpoint", bundle.toString()))) {
            assertThat(unreadable.exitCode()).as(unreadable.output()).isEqualTo(2);
            assertThat(unreadable.output())
                    .startsWith("ledger: ")
                    .hasLineCount(1)
                    .doesNotContain("Exception");
        }
    }

    private LedgerProcess.Ended verify(String... arguments) throws IOException, InterruptedException {
        return LedgerProcess.run(
                directory,
                Stream.concat(Stream.of("verify"), Stream.of(arguments)).toArray(String[]::new));
    }

    @Test
    void evidenceIsForThoseWhoInvestigate() throws Exception {
        for (var user : Set.of("clerk", "manager", "analyst", "admin")) {
            assertThat(server.as(user).get("/api/cases/" + STORY + "/evidence").status())
                    .as(user)
                    .isEqualTo(403);
        }
        assertThat(Api.asNobody(server.url())
                        .get("/api/cases/" + STORY + "/evidence")
                        .status())
                .isEqualTo(401);
        var inspector = server.as("inspector");
        assertThat(inspector.get("/api/cases/case-of-nobody/evidence").status()).isEqualTo(404);
        assertThat(inspector.get("/api/cases/%2e%2e/evidence").status()).isBetween(400, 404);
        assertThat(inspector
                        .get("/api/cases/" + STORY + "/evidence?everything=1")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aCitizenChecksEveryStepOfTheirCase() throws Exception {
        var page = page(apply());
        var key = VerifierKey.parse(vkey());

        var proofs = PROOF.matcher(page).results().toList();
        assertThat(proofs).hasSize(2);
        for (var link : proofs) {
            var proof = ProofFile.parse(text(get(link.group(1))));
            var leaf = get("/api/ledger/events/" + link.group(2) + "/leaf");
            assertThat(leaf.headers().firstValue("Content-Disposition"))
                    .hasValueSatisfying(name -> assertThat(name).contains("event-" + link.group(2) + ".leaf.json"));
            assertThat(key.signed(proof.checkpoint())).isTrue();
            assertThat(proof.inclusion()
                            .flaw(
                                    TreeHash.ofLeaf(leaf.body()),
                                    Checkpoint.parse(proof.checkpoint().text()).root()))
                    .isEmpty();
            assertThat(JSON.readTree(leaf.body()).path("type").asString()).startsWith("case.");
        }
        assertThat(page).doesNotContain("data-testid=\"proof-pending\"").contains("/api/public/progress/receipts");
    }

    @Test
    void aCitizenKeepsReceiptsThatNameNobody() throws Exception {
        var answer = get("/api/public/progress/receipts" + apply());

        assertThat(answer.statusCode()).isEqualTo(200);
        var files = unzipped(answer.body());
        assertThat(positions(files, "proofs/")).hasSize(2);
        assertThat(files.keySet()).noneMatch(name -> name.startsWith("events/") || name.equals("chain.html"));
        files.forEach((name, content) -> assertThat(new String(content, StandardCharsets.UTF_8))
                .as(name)
                .doesNotContain("李测试", "staff-", "org-320623001"));
        var checked = recipe(unpacked(answer.body()), vkey());
        assertThat(checked.exitCode()).as(checked.output()).isZero();
    }

    @Test
    void theCheckpointIsPrintedForTheGazette() throws Exception {
        var data = server.data().toString();
        var plain = LedgerProcess.run(server.data(), "checkpoint", "--data", data);
        var printed = LedgerProcess.run(
                server.data(), "checkpoint", "--print", "--server", server.url().toString());

        assertThat(plain.exitCode()).as(plain.output()).isZero();
        assertThat(plain.output()).startsWith("localhost\n").contains("\n\n\u2014 localhost ");
        assertThat(printed.exitCode()).as(printed.output()).isZero();
        assertThat(printed.output())
                .contains("政务服务台账检查点 · Checkpoint of the service-record ledger", vkey(), "\n\u2014 localhost ")
                .containsPattern("签署 Signed: {6}\\d{4}-\\d\\d-\\d\\d ")
                .containsPattern("\n    ([0-9a-f]{4} ){7}[0-9a-f]{4}\n    ([0-9a-f]{4} ){7}[0-9a-f]{4}\n");
    }

    @Test
    void withoutAServerThereIsNoCheckpointToPrint() throws Exception {
        var none = LedgerProcess.run(directory, "checkpoint", "--print", "--data", directory.toString());
        var wrong = LedgerProcess.run(directory, "checkpoint", "--server", "http://localhost:1");
        var other = LedgerProcess.run(directory, "checkpoint", "--server", "file:///etc/passwd");

        assertThat(none.exitCode()).isEqualTo(1);
        assertThat(none.output()).startsWith("ledger: no server runs on " + directory);
        assertThat(wrong.exitCode()).isEqualTo(1);
        assertThat(wrong.output()).startsWith("ledger: http://localhost:1/checkpoint does not answer");
        assertThat(other.exitCode()).isEqualTo(1);
        assertThat(other.output()).startsWith("ledger: --server takes an address");
        assertThat(none.output() + wrong.output()).doesNotContain("Exception:", "\tat ");
    }

    /** Creates a case with two public steps. Returns the query that asks for its progress once they are visible. */
    private String apply() throws IOException, InterruptedException {
        var clerk = server.as("clerk");
        var applied = clerk.post("/api/cases", new Application("凭证测试：开一家面馆").body(server))
                .json();
        var id = applied.path("id").asString();
        var received = clerk.post("/api/cases/" + id + "/receive", Map.of("receiptNumber", "SJ-9"));
        assertThat(received.status()).as(received::toString).isEqualTo(200);
        return "?number=%s&code=%s&timeout=30s&minPosition=%d"
                .formatted(
                        id,
                        applied.path("progressCode").asString(),
                        received.json().path("position").asLong());
    }

    /** Returns the page once both steps have proofs. */
    private String page(String asked) throws Exception {
        var page = text(get("/progress" + asked));
        for (int tries = 0; tries < 100 && page.contains("data-testid=\"proof-pending\""); tries++) {
            TimeUnit.MILLISECONDS.sleep(100);
            page = text(get("/progress" + asked));
        }
        return page;
    }

    private String vkey() throws IOException, InterruptedException {
        return text(get("/vkey")).strip();
    }

    private record Ended(int exitCode, String output) {}

    /** Checks a bundle as its README describes. */
    private static Ended recipe(Path bundle, String key) throws IOException, InterruptedException {
        var process = new ProcessBuilder("python3", "check.py", key)
                .directory(bundle.toFile())
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }

    private Path unpacked(byte[] zip) throws IOException {
        var place = Files.createTempDirectory(directory, "bundle-");
        for (var file : unzipped(zip).entrySet()) {
            var path = place.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        return place;
    }

    private static Map<String, byte[]> unzipped(byte[] zip) throws IOException {
        var files = new TreeMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    private static Set<Long> positions(Map<String, byte[]> files, String place) {
        return files.keySet().stream()
                .filter(name -> name.startsWith(place))
                .map(name -> Long.parseLong(name.replaceAll("[^0-9]", "")))
                .collect(Collectors.toSet());
    }

    private static Set<Long> positions(JsonNode chain) {
        return chain.path("acts")
                .valueStream()
                .map(act -> act.path("position").asLong())
                .collect(Collectors.toSet());
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    private static String text(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return get(path, Api.asNobody(server.url()));
    }

    private HttpResponse<byte[]> get(String path, Api user) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(server.url() + path));
        var authorization = user.authorization();
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}

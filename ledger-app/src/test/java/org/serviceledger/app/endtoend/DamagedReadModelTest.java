package org.serviceledger.app.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damages read models behind the server's back. The server reports it everywhere, repairs them, and records events
 * meanwhile.
 */
class DamagedReadModelTest {

    private static final Duration NOTICED = Duration.ofSeconds(60);
    private static final Map<String, String> IMPATIENT = Map.of("LEDGER_PROJECTIONS_GRACEOFSHARDS", "3s");

    @AutoClose
    private static final Chromium CHROMIUM = new Chromium();

    @TempDir
    private Path temporary;

    /** One test with many steps, since every start costs seconds. */
    @Test
    void whatIsMissingIsToldAndFilledAgain() throws Exception {
        var data = temporary.resolve("data");
        try (var server = LedgerProcess.ready("serve", data)) {
            establish(server, "org-320623", "COUNTY_OFFICE");
            establish(server, "org-320623001", "TOWN_CENTRE");
            aDeletedDocument(server);
            elasticsearch(server, "POST", "/organizations/_flush", "");
        }

        damageAShard(data.resolve("elasticsearch/data/indices"));
        try (var server = LedgerProcess.readyWith(IMPATIENT, "serve", data)) {
            establish(server, "org-320623002", "TOWN_CENTRE");
            await().atMost(NOTICED).untilAsserted(() -> {
                assertThat(health(server).status()).isEqualTo(200);
                assertThat(Api.asNobody(server.url())
                                .get("/api/public/halls")
                                .json()
                                .toString())
                        .contains("org-320623001", "org-320623002");
            });
            documentsMustBeAlike(data);
        }
    }

    /** Elasticsearch creates no index meanwhile, so the repair waits and the test has time to look. */
    private static void aDeletedDocument(LedgerProcess server) throws Exception {
        await().atMost(NOTICED)
                .until(() -> elasticsearch(server, "DELETE", "/organizations/_doc/org-320623001?refresh=true", "")
                        .contains("\"deleted\""));
        indicesCanBeMade(server, false);
        try {
            await().atMost(NOTICED).untilAsserted(() -> {
                var health = health(server);
                assertThat(health.status()).isEqualTo(503);
                assertThat(health.json()
                                .path("components")
                                .path("readModels")
                                .path("details")
                                .path("reason")
                                .asString())
                        .contains("organizations");
            });
            assertThat(server.as("admin").get("/actuator/prometheus").json().asString())
                    .contains("ledger_read_model_holed{model=\"organizations\"} 1.0");
            try (var somebody = CHROMIUM.visitor(server)) {
                somebody.signIn("admin");
                somebody.open("/operations");
                assertThat(somebody.page().getByText("有缺漏，重建中")).isVisible();
            }
        } finally {
            indicesCanBeMade(server, true);
        }
        await().atMost(NOTICED).until(() -> health(server).status() == 200);
        documentsMustBeAlike(server.data());
    }

    private static void indicesCanBeMade(LedgerProcess server, boolean possible) throws Exception {
        var setting = "{\"persistent\":{\"cluster.blocks.read_only\":%s}}".formatted(possible ? "null" : "true");
        assertThat(elasticsearch(server, "PUT", "/_cluster/settings", setting)).contains("\"acknowledged\":true");
    }

    private static void damageAShard(Path indices) throws IOException {
        try (var files = Files.walk(indices)) {
            for (var file : files.filter(path -> path.getFileName().toString().startsWith("segments_"))
                    .toList()) {
                try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.truncate(channel.size() / 2);
                }
            }
        }
    }

    private static void documentsMustBeAlike(Path data) throws Exception {
        var verified = LedgerProcess.run(data, "verify", "--data", data.toString(), "--documents", "all");
        assertThat(verified.exitCode()).as(verified.output()).isZero();
        assertThat(verified.output()).contains("all alike");
    }

    private static Api.Answer health(LedgerProcess server) throws Exception {
        return server.as("admin").get("/actuator/health");
    }

    private static void establish(LedgerProcess server, String id, String kind) throws Exception {
        var parent = kind.equals("COUNTY_OFFICE") ? Map.<String, String>of() : Map.of("parent", "org-320623");
        var body = new HashMap<String, String>(parent);
        body.putAll(Map.of("organizationId", id, "name", "会坏的" + id, "kind", kind));
        var answer = server.as("admin").post("/api/organizations", body);
        assertThat(answer.status()).as(answer::toString).isEqualTo(201);
    }

    /** Sends a request to the server's own Elasticsearch, with the password from the data directory. */
    private static String elasticsearch(LedgerProcess server, String method, String path, String body)
            throws IOException, InterruptedException {
        var root = server.data().resolve("elasticsearch");
        var address = Files.readAllLines(root.resolve("logs/http.ports")).getFirst();
        var password = Files.readString(root.resolve("ledger.password")).strip();
        var access = Api.as(URI.create("http://" + address), "ledger", password);
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create(access.url() + path))
                                    .header("Authorization", Objects.requireNonNull(access.authorization()))
                                    .header("Content-Type", "application/json")
                                    .method(method, BodyPublishers.ofString(body))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        }
    }
}

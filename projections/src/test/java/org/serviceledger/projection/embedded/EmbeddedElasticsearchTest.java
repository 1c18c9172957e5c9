package org.serviceledger.projection.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.serviceledger.projection.embedded.EmbeddedElasticsearch.Options;

class EmbeddedElasticsearchTest {

    @TempDir
    Path directory;

    /** One long story instead of many tests: each start costs seconds. */
    @Test
    void survivesTheKillOfItsOwnerAndKeepsItsData() throws Exception {
        var data = directory.resolve("data");
        var owner = startInAnotherJvm(data);
        var uri = URI.create(Files.readString(data.resolve("uri")));
        var orphan = Long.parseLong(
                Files.readString(data.resolve("elasticsearch.pid")).strip());
        send(request(uri.resolve("/kept")).PUT(body("")));
        send(request(uri.resolve("/kept/_doc/1")).PUT(body("{\"word\":\"kept\"}")));
        assertThatExceptionOfType(EmbeddedElasticsearchFailed.class)
                .isThrownBy(() -> EmbeddedElasticsearch.start(Options.of(data)))
                .withMessageContaining("in use by another running instance");

        owner.destroyForcibly().waitFor();
        assertThat(ProcessHandle.of(orphan)).as("the orphan").hasValueSatisfying(ProcessHandle::isAlive);

        try (var elasticsearch = EmbeddedElasticsearch.start(Options.of(data))) {
            assertThat(elasticsearch.pid()).isNotEqualTo(orphan);
            assertThat(ProcessHandle.of(orphan).filter(ProcessHandle::isAlive)).isEmpty();
            assertThat(send(request(elasticsearch.uri().resolve("/kept/_doc/1")).GET()))
                    .contains("\"word\":\"kept\"");
            orphan = elasticsearch.pid();
        }
        assertThat(ProcessHandle.of(orphan).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void doesNotTouchAProcessThatInheritedTheId() throws Exception {
        var stranger = new ProcessBuilder("sleep", "60").start();
        try {
            var files = new ServerFiles(directory);
            Files.writeString(files.pid(), Long.toString(stranger.pid()));
            Files.writeString(files.launcherPid(), Long.toString(stranger.pid()));

            ServerProcess.stopOrphan(files);

            assertThat(stranger.waitFor(200, TimeUnit.MILLISECONDS)).isFalse();
        } finally {
            stranger.destroy();
        }
    }

    @Test
    void saysWhereTheZipWasExpected() {
        assertThatExceptionOfType(EmbeddedElasticsearchFailed.class)
                .isThrownBy(() -> EmbeddedElasticsearch.start(Options.of(directory.resolve("no.zip"), directory)))
                .withMessageContaining("no Elasticsearch at " + directory.resolve("no.zip"));
    }

    private Process startInAnotherJvm(Path data) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var owner = new ProcessBuilder(List.of(
                        java,
                        "-D" + EmbeddedElasticsearch.ZIP_PROPERTY + "="
                                + System.getProperty(EmbeddedElasticsearch.ZIP_PROPERTY),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Owner.class.getName(),
                        data.toString()))
                .inheritIO()
                .start();
        await().atMost(Duration.ofMinutes(4)).until(() -> Files.exists(data.resolve("uri")) || !owner.isAlive());
        return owner;
    }

    private static HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri).header("Content-Type", "application/json");
    }

    private static HttpRequest.BodyPublisher body(String json) {
        return HttpRequest.BodyPublishers.ofString(json);
    }

    private static String send(HttpRequest.Builder request) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    /** Starts a server and never stops it. */
    static final class Owner {

        private Owner() {}

        public static void main(String[] arguments) throws Exception {
            var data = Path.of(arguments[0]);
            var elasticsearch = EmbeddedElasticsearch.start(Options.of(data));
            var half = data.resolve("uri.half");
            Files.writeString(half, elasticsearch.uri().toString());
            Files.move(half, data.resolve("uri"));
            Thread.sleep(Duration.ofMinutes(5));
        }
    }
}

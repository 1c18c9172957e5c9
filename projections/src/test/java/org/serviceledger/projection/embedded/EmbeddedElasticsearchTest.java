package org.serviceledger.projection.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.serviceledger.projection.embedded.EmbeddedElasticsearch.Options;

@Execution(CONCURRENT)
class EmbeddedElasticsearchTest {

    private static final Duration LIMIT = Duration.ofMinutes(4);

    @TempDir
    Path directory;

    /** One long test instead of many, because each start takes seconds. */
    @Test
    void survivesTheKillOfItsOwnerAndKeepsItsData() throws Exception {
        var data = directory.resolve("data");
        var owner = startInAnotherJvm(data);
        var access = RunningElasticsearch.on(data).orElseThrow();
        var orphan = Long.parseLong(
                Files.readString(data.resolve("elasticsearch.pid")).strip());
        assertThat(access.uri()).hasToString(Files.readString(data.resolve("uri")));
        send(request(access, "/kept").PUT(body("")));
        send(request(access, "/kept/_doc/1").PUT(body("{\"word\":\"kept\"}")));
        assertThatExceptionOfType(EmbeddedElasticsearchFailed.class)
                .isThrownBy(() -> EmbeddedElasticsearch.start(Options.of(data)))
                .withMessageContaining("in use by another running instance");

        owner.destroyForcibly().waitFor();
        assertThat(ProcessHandle.of(orphan)).as("the orphan").hasValueSatisfying(ProcessHandle::isAlive);

        try (var elasticsearch = EmbeddedElasticsearch.start(Options.of(data))) {
            assertThat(elasticsearch.pid()).isNotEqualTo(orphan);
            assertThat(ProcessHandle.of(orphan).filter(ProcessHandle::isAlive)).isEmpty();
            assertThat(elasticsearch.access().password()).isEqualTo(access.password());
            assertThat(send(request(elasticsearch.access(), "/kept/_doc/1").GET())
                            .body())
                    .contains("\"word\":\"kept\"");
            orphan = elasticsearch.pid();
        }
        assertThat(ProcessHandle.of(orphan).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void answersItsOneUserAloneAndStartsWithAnIndexThatIsDamagedOrWithDataThatAre() throws Exception {
        var data = directory.resolve("data");
        try (var elasticsearch = EmbeddedElasticsearch.start(Options.of(data))) {
            var access = elasticsearch.access();
            for (var stranger : List.of(
                    HttpRequest.newBuilder(access.uri().resolve("/_cluster/health")),
                    request(new Access(access.uri(), access.user(), "guess"), "/_search"),
                    request(new Access(access.uri(), "elastic", access.password()), "/_search"))) {
                assertThat(send(stranger.GET()).statusCode()).isEqualTo(401);
            }
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("ledger.password"))))
                    .isEqualTo("rw-------");
            assertThat(readableByOthers(data.resolve("data"))).isEmpty();
            assertThat(readableByOthers(data.resolve("logs"))).isEmpty();
            send(request(access, "/kept").PUT(body("")));
            send(request(access, "/kept/_doc/1?refresh").PUT(body("{\"word\":\"kept\"}")));
            send(request(access, "/kept/_flush").POST(body("")));
        }

        halve(data.resolve("data/indices"), "segments_");
        try (var elasticsearch = EmbeddedElasticsearch.start(Options.of(data))) {
            await().atMost(LIMIT)
                    .until(() -> send(request(elasticsearch.access(), "/_cluster/health")
                                    .GET())
                            .body()
                            .contains("\"status\":\"red\""));
            assertThat(send(request(elasticsearch.access(), "/other").PUT(body("")))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(putAside(data)).isEmpty();
        }

        for (int times = 1; times <= 2; times++) {
            halve(data.resolve("data/_state"), "segments_");
            try (var elasticsearch = EmbeddedElasticsearch.start(Options.of(data))) {
                assertThat(send(request(elasticsearch.access(), "/other").GET()).statusCode())
                        .isEqualTo(404);
                assertThat(putAside(data)).hasSize(1);
            }
        }
    }

    private static void halve(Path below, String name) throws IOException {
        try (var files = Files.walk(below)) {
            var file = files.filter(path -> path.getFileName().toString().startsWith(name))
                    .findFirst()
                    .orElseThrow();
            try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(channel.size() / 2);
            }
        }
    }

    private static List<Path> putAside(Path data) throws IOException {
        try (var files = Files.list(data)) {
            return files.filter(path -> path.getFileName().toString().startsWith("data.damaged-"))
                    .toList();
        }
    }

    private static List<Path> readableByOthers(Path below) throws IOException {
        try (var files = Files.walk(below)) {
            return files.filter(Files::isRegularFile)
                    .filter(path -> {
                        try {
                            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path))
                                    .substring(3)
                                    .contains("r");
                        } catch (IOException e) {
                            return false; // the file was deleted meanwhile
                        }
                    })
                    .toList();
        }
    }

    @Test
    void doesNotTouchAProcessThatInheritedTheId() throws Exception {
        var stranger = new ProcessBuilder("sleep", "60").start();
        try {
            var files = new ServerFiles(directory);
            Files.writeString(files.pid(), Long.toString(stranger.pid()));
            Files.writeString(files.launcherPid(), Long.toString(stranger.pid()));

            ElasticsearchProcess.stopOrphan(files);

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

    private static HttpRequest.Builder request(Access access, String path) {
        return HttpRequest.newBuilder(access.uri().resolve(path))
                .header("Authorization", access.authorization())
                .header("Content-Type", "application/json");
    }

    private static HttpRequest.BodyPublisher body(String json) {
        return HttpRequest.BodyPublishers.ofString(json);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    /** A process that starts a server and never stops it. */
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

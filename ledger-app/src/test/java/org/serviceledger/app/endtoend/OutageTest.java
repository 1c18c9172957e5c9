package org.serviceledger.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.serviceledger.store.embedded.RunningPostgres;

/** While an embedded server is frozen, dead or full, requests are answered soon and name the cause. */
@Isolated("it measures how soon the server answers")
class OutageTest {

    /** The server promises two seconds; the rest is for a machine that is busy with other tests. */
    private static final Duration SOON = Duration.ofSeconds(4);

    private static final int QUESTIONS_AT_ONCE = 8;
    private static final Duration AGAIN = Duration.ofSeconds(60);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private static Path temporary;

    private static LedgerProcess server;
    private Frozen frozen = Frozen.none();

    @BeforeAll
    static void start() throws Exception {
        var few = Map.of("LEDGER_QUESTIONS_AT_ONCE", Integer.toString(QUESTIONS_AT_ONCE));
        server = LedgerProcess.readyWith(few, "serve", temporary.resolve("data"));
        var first = HTTP.send(organization("org-320623", "厅", "COUNTY_OFFICE").build(), BodyHandlers.ofString());
        assertThat(first.statusCode()).isEqualTo(201);
        for (var path : List.of("/", "/ledger", "/sign-in", "/items", "/halls", "/api/public/halls", "/progress")) {
            await().atMost(AGAIN) // loads the classes that the outages measure
                    .until(() -> HTTP.send(request(path).build(), BodyHandlers.ofString())
                                    .statusCode()
                            == 200);
        }
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @AfterEach
    void goOn() throws Exception {
        frozen.close();
        await().atMost(AGAIN)
                .untilAsserted(
                        () -> assertThat(get("/actuator/health").statusCode()).isEqualTo(200));
    }

    @Test
    void withoutPostgresCommandsAreToBeRepeatedAndPagesStillAnswer() throws Exception {
        frozen = Frozen.postgres(server);

        for (var time : List.of("at once", "later")) {
            var refused = record("org-320623", "厅", "COUNTY_OFFICE");
            assertThat(refused.statusCode()).as(time).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(refused.body()).contains("the same Idempotency-Key");
            awaitHealth("db");
        }
        for (var path : List.of("/", "/items", "/halls", "/sign-in", "/api/public/halls")) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(200);
        }
        for (var path : List.of("/ledger", "/checkpoint", "/api/ledger/events/0/proof")) {
            mustBeAwayPolitely(path);
        }
        assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(503);
        assertThat(overview()).contains("PostgreSQL has not answered");
        var data = server.data().toString();
        var status = LedgerProcess.run(server.data(), "status", "--data", data);
        assertThat(status.exitCode()).as(status.output()).isEqualTo(1);
        assertThat(status.output()).contains("PostgreSQL has not answered");
    }

    @Test
    void moreQuestionsThanMayBeUnderWayAreTurnedAwayAtOnce() throws Exception {
        frozen = Frozen.elasticsearch(server);

        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = IntStream.range(0, 5 * QUESTIONS_AT_ONCE)
                    .mapToObj(_ -> clients.submit(() -> soon(request("/api/public/halls"))))
                    .toList();
            for (var answer : asked) {
                assertThat(answer.get().statusCode()).isEqualTo(503);
            }
        }
        assertThat(server.said().lines().filter(line -> line.contains("as many questions are under way")))
                .hasSizeGreaterThanOrEqualTo(QUESTIONS_AT_ONCE);
    }

    @Test
    void withoutElasticsearchEverythingAnswersAndWritesGoOn() throws Exception {
        frozen = Frozen.elasticsearch(server);

        mustBeAwayPolitely("/api/public/halls");
        awaitHealth("elasticsearch");
        for (var path : List.of("/items", "/halls", "/progress?number=1&code=2", "/api/public/items")) {
            mustBeAwayPolitely(path);
        }
        for (var path : List.of("/ledger", "/sign-in", "/checkpoint", "/progress")) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(200);
        }
        var home = get("/");
        assertThat(home.statusCode()).isEqualTo(200);
        assertThat(home.body()).contains("data-testid=\"outage\"");
        assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(get("/actuator/health/read-readiness").statusCode()).isEqualTo(503);
        assertThat(overview()).contains("Elasticsearch has not answered");
        assertThat(record("org-320623001", "写得进的厅", "TOWN_CENTRE").statusCode()).isIn(201, 409);
    }

    @Test
    void whatPostgresCannotStoreIsToBeRepeatedAndSaysWhy() throws Exception {
        sql("""
            CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION 'No space left on device' USING ERRCODE = '53100'; END $$""");
        sql("CREATE TRIGGER full_disk BEFORE INSERT ON ledger_event EXECUTE FUNCTION full_disk()");
        try {
            var refused = record("org-320623002", "放不下的厅", "TOWN_CENTRE");
            assertThat(refused.statusCode()).as(refused::body).isEqualTo(503);
            assertThat(refused.body()).contains("service/disk-full");
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        } finally {
            sql("DROP FUNCTION full_disk() CASCADE");
        }
        assertThat(record("org-320623002", "放得下的厅", "TOWN_CENTRE").statusCode()).isEqualTo(201);
    }

    @Test
    void whatTakesNoWritesSaysSo() throws Exception {
        sql("ALTER SYSTEM SET default_transaction_read_only = on");
        sql("SELECT pg_reload_conf()");
        try {
            awaitHealth("db");
            var refused = record("org-320623003", "只读时的厅", "TOWN_CENTRE");
            assertThat(refused.statusCode()).as(refused::body).isEqualTo(503);
            assertThat(refused.body()).contains("service/read-only");
            assertThat(get("/ledger").statusCode()).isEqualTo(200);
        } finally {
            sql("ALTER SYSTEM RESET default_transaction_read_only");
            sql("SELECT pg_reload_conf()");
        }
    }

    private static void mustBeAwayPolitely(String path) throws Exception {
        var answer = get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).as(path).isPresent();
        assertThat(answer.body()).as(path).doesNotContain("Exception").doesNotContain("\tat ");
    }

    private static void awaitHealth(String component) {
        await().atMost(AGAIN).untilAsserted(() -> {
            var health = server.as("admin").get("/actuator/health");
            assertThat(health.status()).isEqualTo(503);
            assertThat(health.json()
                            .path("components")
                            .path(component)
                            .path("details")
                            .path("reason")
                            .asString(""))
                    .isNotBlank();
        });
    }

    private static String overview() throws Exception {
        return soon(request("/api/operations/read-models").header("Authorization", admin()))
                .body();
    }

    private static HttpResponse<String> record(String id, String name, String kind) throws Exception {
        return soon(organization(id, name, kind));
    }

    private static HttpRequest.Builder organization(String id, String name, String kind) {
        var parent = id.equals("org-320623") ? "" : "\"parent\":\"org-320623\",";
        var body = "{\"organizationId\":\"%s\",%s\"name\":\"%s\",\"kind\":\"%s\"}".formatted(id, parent, name, kind);
        return request("/api/organizations")
                .header("Authorization", admin())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    /** Tries twice if need be: a first request may be slow on a busy machine. */
    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var began = System.nanoTime();
        var answer = HTTP.send(request(path).build(), BodyHandlers.ofString());
        return System.nanoTime() - began < SOON.toNanos() ? answer : soon(request(path));
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.url() + path))
                .header("Accept-Language", "en")
                .timeout(Duration.ofSeconds(30));
    }

    private static HttpResponse<String> soon(HttpRequest.Builder request) throws IOException, InterruptedException {
        var began = System.nanoTime();
        var answer = HTTP.send(request.build(), BodyHandlers.ofString());
        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .as(answer.uri().toString())
                .isLessThan(SOON);
        return answer;
    }

    private static String admin() {
        var credentials = "admin:" + server.password("admin");
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    private static void sql(String statement) throws Exception {
        var data = server.data().resolve("postgres");
        var running = RunningPostgres.on(data).orElseThrow();
        var password = Files.readString(data.resolve("ledger_owner.password")).strip();
        try (var connection = DriverManager.getConnection(running.jdbcUrl(), "ledger_owner", password);
                var sql = connection.createStatement()) {
            sql.execute("SET default_transaction_read_only = off");
            sql.execute(statement);
        }
    }

    /** Stopped processes; closing continues them. */
    private record Frozen(List<ProcessHandle> processes) implements AutoCloseable {

        static Frozen none() {
            return new Frozen(List.of());
        }

        static Frozen postgres(LedgerProcess server) throws Exception {
            return of(server.children().getFirst());
        }

        static Frozen elasticsearch(LedgerProcess server) throws Exception {
            return of(server.children().getLast());
        }

        private static Frozen of(long process) throws Exception {
            var first = ProcessHandle.of(process).orElseThrow();
            var frozen = new Frozen(
                    Stream.concat(Stream.of(first), first.descendants()).toList());
            frozen.signal("STOP");
            return frozen;
        }

        @Override
        public void close() throws IOException {
            signal("CONT");
        }

        private void signal(String name) throws IOException {
            for (var process : processes) {
                new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                        .start()
                        .onExit()
                        .join();
            }
        }
    }
}

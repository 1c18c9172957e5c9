package org.serviceledger.app.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers for clients that are idle or send a byte a second. */
class SlowClientsTest {

    private static final int MOST_OF_ONE_ADDRESS = 200;

    @TempDir
    private static Path temporary;

    private static LedgerProcess server;

    @BeforeAll
    static void start() throws Exception {
        server = LedgerProcess.borrowing(temporary.resolve("data"));
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    /** How the server ended a slow request. */
    private record Cut(Duration after, String answer) {}

    @Test
    void whatTricklesIsCutOff() throws Exception {
        var post = "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\nContent-Length: 1000\r\n%s\r\n";
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var headers = clients.submit(trickle("GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: "));
            var body = clients.submit(
                    trickle(post.formatted("/api/organizations", "application/json", authorization()) + "{"));
            var form = clients.submit(
                    trickle(post.formatted("/sign-in", "application/x-www-form-urlencoded", "") + "username="));
            for (var cut : List.of(headers.get(), body.get(), form.get())) {
                assertThat(cut.after()).isBetween(Duration.ofSeconds(25), Duration.ofSeconds(50));
            }
            assertThat(body.get().answer()).startsWith("HTTP/1.1 408");
        }
    }

    @Test
    void waitingHoldsNoThreadAndManyOfOneAddressAreTurnedAway() throws Exception {
        var path = "/api/public/halls?timeout=25s&minPosition=" + (head() + 500);
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = new ArrayList<Future<Api.Answer>>();
            for (int i = 0; i < MOST_OF_ONE_ADDRESS + 50; i++) {
                waiting.add(clients.submit(() -> Api.asNobody(server.url()).get(path)));
            }
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> waiting.stream().filter(Future::isDone).count() == 50);
            assertThat(threads()).isLessThan(MOST_OF_ONE_ADDRESS);
            for (var each : waiting) {
                assertThat(each.get().status()).isEqualTo(503);
            }
        }
    }

    @Test
    void whoWaitsIsAnsweredAsSoonAsItIsVisible() throws Exception {
        long next = head();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = clients.submit(
                    () -> Api.asNobody(server.url()).get("/api/public/halls?timeout=60s&minPosition=" + next));
            Thread.sleep(1_000);
            assertThat(waiting.isDone()).isFalse();
            record("org-320623", "等到的县");
            assertThat(waiting.get().json().toString()).contains("等到的县");
        }
    }

    @Test
    void whatNobodyCanHaveBeenToldIsNotWaitedFor() throws Exception {
        var refused = Api.asNobody(server.url()).get("/api/public/halls?timeout=60s&minPosition=" + (head() + 5_000));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().toString()).contains("minPosition", "last position is " + (head() - 1));
    }

    private static long head() throws Exception {
        return server.as("admin")
                .get("/api/operations/read-models")
                .json()
                .path("head")
                .asLong();
    }

    private static void record(String id, String name) throws Exception {
        var answer = server.as("admin")
                .post("/api/organizations", Map.of("organizationId", id, "name", name, "kind", "COUNTY_OFFICE"));
        assertThat(answer.status()).isEqualTo(201);
    }

    private static long threads() throws Exception {
        var metrics =
                server.as("admin").get("/actuator/metrics/jvm.threads.live").json();
        return metrics.path("measurements").path(0).path("value").asLong();
    }

    private static String authorization() {
        var credentials = "admin:" + server.password("admin");
        return "Authorization: Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8)) + "\r\n";
    }

    private static Callable<Cut> trickle(String beginning) {
        return () -> {
            var began = System.nanoTime();
            var answer = new ByteArrayOutputStream();
            try (var socket = new Socket("localhost", server.url().getPort())) {
                socket.setSoTimeout(1_000);
                socket.getOutputStream().write(beginning.getBytes(UTF_8));
                for (int second = 0; second < 60 && isOpen(socket, answer); second++) {
                    socket.getOutputStream().write('x');
                }
            } catch (IOException _) {
                // the server closed the connection
            }
            return new Cut(Duration.ofNanos(System.nanoTime() - began), answer.toString(UTF_8));
        };
    }

    /** Reads the answer for a second. Returns whether the connection is still open. */
    private static boolean isOpen(Socket socket, ByteArrayOutputStream answer) throws IOException {
        try {
            for (int read = socket.getInputStream().read();
                    read >= 0;
                    read = socket.getInputStream().read()) {
                answer.write(read);
            }
            return false;
        } catch (SocketTimeoutException _) {
            return true;
        }
    }
}

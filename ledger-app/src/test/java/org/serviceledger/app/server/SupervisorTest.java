package org.serviceledger.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.serviceledger.app.server.ServerState.Stage;
import org.serviceledger.app.server.Supervisor.Patience;
import org.serviceledger.projection.embedded.EmbeddedElasticsearch;
import org.serviceledger.store.embedded.EmbeddedPostgres;
import org.serviceledger.store.embedded.LoopbackPort;

@Execution(CONCURRENT)
class SupervisorTest {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    @TempDir
    Path directory;

    @Test
    void keepsPostgresOnItsPortThroughKillsAndTellsOfThem() throws Exception {
        try (var kept = postgres(LoopbackPort.free())) {
            var first = kept.first().get().server();

            kill(first.pid());
            await().atMost(LIMIT).until(() -> kept.state().restarts() == 1);
            assertThat(kept.state().reason()).contains("process ended");
            awaitConnection(first);
            await().atMost(LIMIT).until(() -> kept.state().isRunning());
            kill(pidOf("postgres/data/postmaster.pid"));
            await().atMost(LIMIT).until(() -> kept.state().restarts() == 2);
            awaitConnection(first);
            await().atMost(LIMIT).until(() -> kept.state().stage() == Stage.RUNNING);
        }
        assertThat(directory.resolve("postgres/data/postmaster.pid")).doesNotExist();
    }

    @Test
    void triesAgainUntilAPortThatSomebodyTookIsFree() throws Exception {
        var port = LoopbackPort.free();
        try (var kept = postgres(port)) {
            var server = kept.first().get().server();
            try (var taken = new ThievingSocket(port)) {
                kill(server.pid());
                taken.take();
                await().atMost(LIMIT)
                        .until(() -> String.valueOf(kept.state().reason()).contains("another program has its port"));
                assertThat(kept.state().stage()).isEqualTo(Stage.RESTARTING);
            }
            await().atMost(LIMIT).until(() -> kept.state().isRunning());
            awaitConnection(server);
        }
    }

    @Test
    void startsElasticsearchAgainThatHangsForLongAndLeavesOneAloneThatPauses() throws Exception {
        var port = LoopbackPort.free();
        var options = EmbeddedElasticsearch.Options.of(directory.resolve("elasticsearch"))
                .port(port);
        try (var kept = new Supervisor<>(
                        "Elasticsearch",
                        () -> new KeptServer.Elasticsearch(EmbeddedElasticsearch.start(options)),
                        new Patience(Duration.ofSeconds(1), 2),
                        Clock.systemUTC())
                .begin()) {
            var first = kept.first().get().server();
            signal("STOP", first.pid());
            Thread.sleep(Duration.ofSeconds(5));
            signal("CONT", first.pid());
            await().during(Duration.ofSeconds(5)).atMost(LIMIT).until(first::isRunning);

            signal("STOP", first.pid());
            await().atMost(LIMIT)
                    .until(() -> kept.state().restarts() == 1 && kept.state().isRunning());

            assertThat(kept.state().reason()).contains("did not answer");
            assertThat(ProcessHandle.of(first.pid()).filter(ProcessHandle::isAlive))
                    .isEmpty();
            assertThat(pidOf("elasticsearch/elasticsearch.pid")).isNotEqualTo(first.pid());
            assertThat(Files.readString(directory.resolve("elasticsearch/logs/http.ports")))
                    .contains(":" + port);
        }
    }

    @Test
    void tellsWhatTheFirstStartFailedOfAndGoesOnTrying() throws Exception {
        Files.writeString(directory.resolve("postgres"), "in the way");
        try (var kept = postgres(LoopbackPort.free())) {
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(() -> kept.first().get())
                    .withMessageContaining("choose another data directory");
            assertThat(kept.state().stage()).isEqualTo(Stage.STARTING);
            Files.delete(directory.resolve("postgres"));

            await().atMost(LIMIT).until(() -> kept.state().isRunning());
        }
    }

    private Supervisor<KeptServer.Postgres> postgres(int port) {
        return new Supervisor<>(
                        "PostgreSQL",
                        () -> new KeptServer.Postgres(EmbeddedPostgres.start(directory.resolve("postgres"), port)),
                        Patience.MINUTES,
                        Clock.systemUTC())
                .begin();
    }

    private static void awaitConnection(EmbeddedPostgres first) {
        await().atMost(LIMIT).ignoreExceptionsInstanceOf(SQLException.class).until(() -> {
            try (var connection = DriverManager.getConnection(first.jdbcUrl(), first.user(), first.password())) {
                return connection.isValid(5);
            }
        });
    }

    private long pidOf(String file) throws IOException {
        return Long.parseLong(
                Files.readAllLines(directory.resolve(file)).getFirst().strip());
    }

    private static void kill(long process) {
        ProcessHandle.of(process).orElseThrow().destroyForcibly();
    }

    private static void signal(String name, long process) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(process))
                        .start()
                        .waitFor())
                .isZero();
    }

    /** Waits for a port and takes it as soon as it is free. */
    private static final class ThievingSocket implements AutoCloseable {

        private final int port;
        private ServerSocket socket = new ServerSocket();

        ThievingSocket(int port) throws IOException {
            this.port = port;
        }

        void take() {
            await().pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1))
                    .atMost(LIMIT)
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .until(() -> {
                        socket.close();
                        socket = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"));
                        return true;
                    });
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}

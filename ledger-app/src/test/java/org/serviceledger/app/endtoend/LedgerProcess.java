package org.serviceledger.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.serviceledger.app.Main;
import org.serviceledger.app.data.Credentials;
import org.serviceledger.app.data.RunningServer;

/** The program as a user starts it: a separate process, observed through its output. */
final class LedgerProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Process process;
    private final Path data;
    private final Path output;
    private @Nullable LentElasticsearch lent;

    private LedgerProcess(Process process, Path data, Path output) {
        this.process = process;
        this.data = data;
        this.output = output;
    }

    /** Starts a server on a free port and waits until it says that it is ready. */
    static LedgerProcess ready(String command, Path data, String... more) throws IOException, InterruptedException {
        return readyOn(0, command, data, more);
    }

    /** Does the same on a given port. */
    static LedgerProcess readyOn(int port, String command, Path data, String... more)
            throws IOException, InterruptedException {
        return ready(Map.of(), port, command, data, more);
    }

    /** Starts a server with settings in the environment, on a free port. */
    static LedgerProcess readyWith(Map<String, String> settings, String command, Path data)
            throws IOException, InterruptedException {
        return ready(settings, 0, command, data);
    }

    /**
     * Starts a server on data that never had an Elasticsearch of its own. It borrows one, for tests that are about
     * something else.
     */
    static LedgerProcess borrowing(Path data, String... more) throws IOException, InterruptedException {
        return borrowing(Map.of(), data, more);
    }

    /** Does the same with settings in the environment. */
    static LedgerProcess borrowing(Map<String, String> settings, Path data, String... more)
            throws IOException, InterruptedException {
        var lent = LentElasticsearch.to(data);
        var environment = new HashMap<>(settings);
        environment.putAll(lent.environment());
        var options = Stream.concat(Stream.of(more), lent.options().stream());
        try {
            var server = ready(environment, 0, "serve", data, options.toArray(String[]::new));
            server.lent = lent;
            return server;
        } catch (AssertionError | IOException | InterruptedException e) {
            lent.close();
            throw e;
        }
    }

    /** Starts a server whose read models cannot catch up, and waits until it says that it serves nevertheless. */
    static LedgerProcess servingThough(Path data, String... more) throws IOException, InterruptedException {
        return servingThough(Map.of(), data, more);
    }

    /** Does the same with settings in the environment. */
    static LedgerProcess servingThough(Map<String, String> settings, Path data, String... more)
            throws IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of("serve", "--port", "0", "--data", data.toString()));
        arguments.addAll(List.of(more));
        var started = start(settings, data, arguments.toArray(String[]::new));
        try {
            started.await("serving at ");
            return started;
        } catch (AssertionError | InterruptedException e) {
            started.process.destroy();
            throw e;
        }
    }

    private static LedgerProcess ready(
            Map<String, String> settings, int port, String command, Path data, String... more)
            throws IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of(command, "--port", Integer.toString(port), "--data", data.toString()));
        arguments.addAll(List.of(more));
        var started = start(settings, data, arguments.toArray(String[]::new));
        try {
            started.await("ready: ");
            return started;
        } catch (AssertionError | InterruptedException e) {
            started.process.destroy();
            throw e;
        }
    }

    private void await(String line) throws InterruptedException {
        var until = Instant.now().plus(PATIENCE);
        while (said().lines().noneMatch(said -> said.startsWith(line))) {
            assertThat(process.isAlive()).as(this::said).isTrue();
            assertThat(Instant.now()).as(this::said).isBefore(until);
            Thread.sleep(50);
        }
    }

    /** Runs a command to its end. */
    static Ended run(Path data, String... arguments) throws IOException, InterruptedException {
        var started = start(Map.of(), data, arguments);
        assertThat(started.process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as(started::said)
                .isTrue();
        return new Ended(started.process.exitValue(), started.said());
    }

    /** Exit code and output of a command. */
    record Ended(int exitCode, String output) {}

    private static LedgerProcess start(Map<String, String> settings, Path data, String... arguments)
            throws IOException {
        var output = Files.createTempFile("ledger-", ".out");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", // it runs for seconds only; full compilation would take half of its start
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-Dledger.elasticsearch.zip=" + System.getProperty("ledger.elasticsearch.zip"),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("LEDGER_ELASTICSEARCH_HEAP", "512m"); // several run in parallel
        builder.environment().put("LC_ALL", "en_US.UTF-8"); // tests read its English output
        builder.environment().putAll(settings);
        return new LedgerProcess(builder.start(), data, output);
    }

    URI url() {
        return said().lines()
                .filter(line -> line.startsWith("ready: "))
                .map(line -> URI.create(line.substring("ready: ".length())))
                .findFirst()
                .orElseGet(() -> RunningServer.read(data).orElseThrow().url());
    }

    Path data() {
        return data;
    }

    /** Address of a server on a known port, even while it does not answer. */
    static URI localAddress(int port) {
        return URI.create("http://localhost:" + port);
    }

    String password(String user) {
        return Credentials.read(data).of(user);
    }

    Api as(String user) {
        return Api.as(url(), user, password(user));
    }

    /** Process ids of the embedded servers: PostgreSQL, then Elasticsearch. */
    List<Long> children() throws IOException {
        var postgres =
                Files.readAllLines(data.resolve("postgres/data/postmaster.pid")).getFirst();
        var elasticsearch = Files.readString(data.resolve("elasticsearch/elasticsearch.pid"));
        return List.of(Long.parseLong(postgres.strip()), Long.parseLong(elasticsearch.strip()));
    }

    /** Sends a process a signal, such as KILL, or STOP and later CONT. */
    static void signal(String name, long process) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(process))
                        .start()
                        .waitFor())
                .isZero();
    }

    String said() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Kills the process, as kill -9 does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Stops the process, as Ctrl-C or a service manager does. Returns how long that took. */
    Duration stop() throws IOException {
        var began = Instant.now();
        process.destroy();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(this::said).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the server stopped", e);
        }
        return Duration.between(began, Instant.now());
    }

    @Override
    public void close() throws IOException {
        if (process.isAlive()) {
            stop();
        }
        if (lent != null) {
            lent.close();
            lent = null;
        }
        Files.deleteIfExists(output);
    }
}

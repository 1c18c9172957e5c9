package org.serviceledger.projection.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.serviceledger.words.Message;

/** The running server: the launcher, which this process started, and the server, which the launcher started. */
record ElasticsearchProcess(Process launcher, ProcessHandle server, Access access) {

    private static final Duration START_LIMIT = Duration.ofMinutes(4);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    static ElasticsearchProcess start(Distribution distribution, ServerFiles files) throws IOException {
        var builder = new ProcessBuilder(command(distribution, files))
                .directory(files.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(files.output().toFile());
        var environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("ES_") || name.contains("JAVA_"));
        environment.put("ES_JAVA_HOME", System.getProperty("java.home"));
        environment.put("ES_PATH_CONF", files.config().toString());
        environment.put("ES_TMPDIR", files.temporary().toString());
        var launcher = builder.start();
        Files.writeString(files.launcherPid(), Long.toString(launcher.pid()));
        try {
            var access = awaitAnswer(launcher, files);
            return new ElasticsearchProcess(launcher, runningServer(files).orElseThrow(() -> died(files)), access);
        } catch (RuntimeException | IOException e) {
            runningServer(files).ifPresent(ProcessHandle::destroyForcibly);
            launcher.destroyForcibly();
            throw e;
        }
    }

    boolean isRunning() {
        return server.isAlive();
    }

    long pid() {
        return server.pid();
    }

    boolean answers(Duration limit) {
        try {
            return new ServerProbe(access).works(limit);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return true; // an interrupted probe does not show that the server hangs
        }
    }

    void kill() {
        server.destroyForcibly();
        launcher.destroyForcibly();
    }

    void stop() {
        server.destroy();
        if (!endsWithin(server, STOP_LIMIT)) {
            server.destroyForcibly();
        }
        if (!endsWithin(launcher.toHandle(), STOP_LIMIT)) {
            launcher.destroyForcibly();
        }
    }

    /**
     * Stops the launcher and the server that an earlier process of this program left running on these files. Stops the
     * launcher first, so that it cannot start a server meanwhile.
     */
    static void stopOrphan(ServerFiles files) throws IOException {
        for (var orphan : concat(runningLauncher(files), runningServer(files))) {
            orphan.destroy();
            if (!endsWithin(orphan, STOP_LIMIT)) {
                orphan.destroyForcibly();
            }
            if (!endsWithin(orphan, STOP_LIMIT)) {
                throw new EmbeddedElasticsearchFailed(
                        Message.of("elasticsearch.left-over", "directory", files.root(), "process", orphan.pid()));
            }
        }
    }

    private static List<ProcessHandle> concat(Optional<ProcessHandle> one, Optional<ProcessHandle> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    private static Optional<ProcessHandle> runningLauncher(ServerFiles files) throws IOException {
        return running(files.launcherPid(), files.pid().toString());
    }

    static Optional<ProcessHandle> runningServer(ServerFiles files) throws IOException {
        return running(files.pid(), files.marker());
    }

    /**
     * Returns the process of the pid file if it runs. The operating system may have given the id to an unrelated
     * process, so the command line must contain the argument.
     */
    private static Optional<ProcessHandle> running(Path pidFile, String argument) throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        var pid = Files.readString(pidFile).strip();
        return pid.matches("\\d{1,10}")
                ? ProcessHandle.of(Long.parseLong(pid))
                        .filter(ProcessHandle::isAlive)
                        .filter(process -> arguments(process).contains(argument))
                : Optional.empty();
    }

    private static List<String> arguments(ProcessHandle process) {
        var commandLine = Path.of("/proc", Long.toString(process.pid()), "cmdline");
        try {
            // ProcessHandle omits arguments longer than a page, and a server's are longer
            return Files.exists(commandLine)
                    ? List.of(Files.readString(commandLine, StandardCharsets.ISO_8859_1)
                            .split("\0", -1))
                    : List.of(process.info().arguments().orElse(new String[0]));
        } catch (IOException _) {
            return List.of();
        }
    }

    /**
     * Elasticsearch refuses to run as root. As root, this process starts it in a user namespace, in which root's files
     * appear as an ordinary user's.
     */
    private static List<String> command(Distribution distribution, ServerFiles files) {
        var command = new ArrayList<String>();
        if (isInstalled("setsid")) {
            command.add("setsid"); // keeps Ctrl-C in the terminal from the server, which this process stops itself
        }
        if (System.getProperty("user.name").equals("root")) {
            if (!isInstalled("unshare")) {
                throw new EmbeddedElasticsearchFailed(Message.of("elasticsearch.as-root"));
            }
            command.addAll(List.of("unshare", "-U", "--map-user=1000", "--map-group=1000"));
        }
        command.addAll(List.of("/bin/sh", "-c", "umask 077; exec \"$0\" \"$@\""));
        command.add(distribution.home().resolve("bin/elasticsearch").toString());
        command.addAll(List.of("-p", files.pid().toString()));
        return command;
    }

    private static boolean isInstalled(String tool) {
        return List.of("/usr/bin", "/bin", "/usr/local/bin").stream()
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, tool)));
    }

    private static Access awaitAnswer(Process launcher, ServerFiles files) throws IOException {
        var until = Instant.now().plus(START_LIMIT);
        try {
            while (Instant.now().isBefore(until)) {
                if (!launcher.isAlive()) {
                    throw died(files);
                }
                if (Files.exists(files.httpPorts())) {
                    var access = files.access().at(files.uri());
                    if (new ServerProbe(access).isUp()) {
                        return access;
                    }
                }
                Thread.sleep(50);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedElasticsearchFailed(Message.of("elasticsearch.interrupted"), e);
        }
        throw new EmbeddedElasticsearchFailed(
                Message.of("elasticsearch.no-answer", "seconds", START_LIMIT.toSeconds(), "logs", files.logs()));
    }

    /** Returns a failure with the first line of the server's output that says what is wrong. */
    private static EmbeddedElasticsearchFailed died(ServerFiles files) {
        try {
            var lines = Files.readAllLines(files.output(), StandardCharsets.ISO_8859_1);
            var reason = lines.stream()
                    .filter(line ->
                            line.contains("Exception") || line.startsWith("unshare") || line.startsWith("ERROR"))
                    .findFirst()
                    .or(() -> lines.reversed().stream()
                            .filter(line -> !line.isBlank())
                            .findFirst())
                    .map(String::strip)
                    .orElse(null);
            return new EmbeddedElasticsearchFailed(
                    Message.of("elasticsearch.died", "reason", reason, "logs", files.logs()));
        } catch (IOException e) {
            return new EmbeddedElasticsearchFailed(
                    Message.of("elasticsearch.died-unheard", "cause", e.getMessage(), "logs", files.logs()));
        }
    }

    private static boolean endsWithin(ProcessHandle process, Duration limit) {
        try {
            process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        } catch (ExecutionException | TimeoutException _) {
            return !process.isAlive();
        }
    }
}

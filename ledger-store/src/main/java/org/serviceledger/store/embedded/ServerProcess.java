package org.serviceledger.store.embedded;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts, finds and stops a PostgreSQL postmaster. */
final class ServerProcess {

    private static final Logger LOG = LoggerFactory.getLogger(ServerProcess.class);
    private static final Duration FAST = Duration.ofSeconds(30);
    private static final Duration IMMEDIATE = Duration.ofSeconds(10);

    /**
     * Becomes the server and leaves a watcher on the server's standard input. When the parent process ends for any
     * reason, the pipe closes and the watcher asks the server to shut down. The watcher is detached from the server,
     * because a postmaster reaps its own children.
     */
    private static final String WITH_WATCHER = """
            umask 077
            exec 3<&0
            ( ( cat <&3; [ "$(head -n 1 "$0/postmaster.pid")" = "$$" ] && kill -INT $$ ) >/dev/null 2>&1 & )
            exec "$@" </dev/null 3<&-
            """;

    private ServerProcess() {}

    static Process start(Path data, Path log, List<String> server) throws IOException {
        if (!Files.exists(log)) {
            Files.createFile(log, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        var command = new ArrayList<String>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            command.add("/usr/bin/setsid"); // Ctrl-C in a terminal is for the application, which then stops the server
        }
        command.addAll(List.of("/bin/sh", "-c", WITH_WATCHER, data.toString()));
        command.addAll(unprivileged(server));
        return environment(new ProcessBuilder(command))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /** Runs a program to its end. Returns its output if it failed; empty if it succeeded. */
    static Optional<String> run(List<String> command) throws IOException, InterruptedException {
        var process = environment(new ProcessBuilder(unprivileged(command)))
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? Optional.empty() : Optional.of(output);
    }

    /**
     * Finds the postmaster that runs on this data, such as one left behind by a killed application. Deletes a stale pid
     * file whose process id belongs to another process by now.
     */
    static Optional<ProcessHandle> orphan(Path data) throws IOException {
        var pidFile = data.resolve("postmaster.pid");
        var alive = pid(pidFile).flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive);
        var orphan = alive.filter(process -> process.info().arguments().map(List::of).orElse(List.of()).stream()
                .anyMatch(data.toString()::equals));
        if (alive.isPresent() && orphan.isEmpty()) {
            Files.deleteIfExists(pidFile); // another process has this id; PostgreSQL would not start
        }
        return orphan;
    }

    private static Optional<Long> pid(Path pidFile) throws IOException {
        try (var lines = Files.lines(pidFile)) {
            return lines.findFirst().map(line -> Long.valueOf(line.strip()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /**
     * Stops the postmaster: a fast shutdown, then an immediate one, from which the next start recovers, then a kill.
     */
    static void stop(ProcessHandle postmaster) {
        if (signalled(postmaster, "INT", FAST) || signalled(postmaster, "QUIT", IMMEDIATE)) {
            return;
        }
        LOG.warn("PostgreSQL {} does not stop, killing it", postmaster.pid());
        postmaster.destroyForcibly();
        endsWithin(postmaster, IMMEDIATE);
    }

    /**
     * Ends the sessions of a killed postmaster. A busy session notices late that its postmaster is gone, and no other
     * postmaster starts until the last session has ended. Each session leads a process group of its own and has the
     * data directory as its working directory.
     */
    static void endSessions(Path data) throws IOException {
        if (!Files.isDirectory(data)) {
            return;
        }
        var postgres = data.toRealPath();
        var sessions = ProcessHandle.allProcesses()
                .filter(process -> isIn(postgres, process) && isSession(process))
                .toList();
        for (var session : sessions) {
            LOG.warn("ending session {} of PostgreSQL, left behind on {}", session.pid(), data);
            session.destroyForcibly();
        }
        for (var session : sessions) {
            endsWithin(session, IMMEDIATE);
        }
    }

    private static boolean isIn(Path directory, ProcessHandle process) {
        try {
            return Files.readSymbolicLink(of(process, "cwd")).equals(directory);
        } catch (IOException | UnsupportedOperationException _) {
            return false; // of another user, ended, or a system without /proc
        }
    }

    private static boolean isSession(ProcessHandle process) {
        try {
            return Files.readString(of(process, "comm"), StandardCharsets.ISO_8859_1)
                    .strip()
                    .equals("postgres");
        } catch (IOException _) {
            return false;
        }
    }

    private static Path of(ProcessHandle process, String file) {
        return Path.of("/proc", Long.toString(process.pid()), file);
    }

    private static boolean signalled(ProcessHandle process, String signal, Duration patience) {
        try {
            if (process.isAlive()) {
                new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                        .start()
                        .waitFor();
            }
            return endsWithin(process, patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean endsWithin(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    private static ProcessBuilder environment(ProcessBuilder builder) {
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder;
    }

    /**
     * Wraps the command for root, because PostgreSQL refuses to run as root. In a user namespace the process has
     * another user id and owns the same files.
     */
    private static List<String> unprivileged(List<String> command) {
        if (new UnixSystem().getUid() != 0) {
            return command;
        }
        var wrapped = new ArrayList<>(List.of("unshare", "--user", "--map-user=1000", "--map-group=1000", "--"));
        wrapped.addAll(command);
        return wrapped;
    }
}

package org.serviceledger.store.embedded;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.serviceledger.words.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL 18 that runs beside the application and keeps its data. All settings that make a commit durable are
 * on.
 *
 * <p>The server listens on the loopback interface only, with generated passwords. It stops when it is closed and when
 * the application dies. If a server is left behind all the same, the next start on the same data stops it and recovers
 * the data.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private static final Duration START_PAUSE = Duration.ofMillis(100);
    private static final Duration PASSING = Duration.ofSeconds(10);
    private static final Duration RECOVERY = Duration.ofMinutes(5);
    private static final Duration STOP = Duration.ofSeconds(30);

    private final Cluster cluster;
    private final FileChannel lock;
    private final Process server;
    private final int port;
    private final String password;
    private final String applicationPassword;

    private EmbeddedPostgres(Cluster cluster, FileChannel lock, Process server, int port) throws IOException {
        this.cluster = cluster;
        this.lock = lock;
        this.server = server;
        this.port = port;
        this.password = cluster.password(Cluster.OWNER);
        this.applicationPassword = cluster.password(Cluster.APPLICATION);
    }

    /**
     * Starts the server on the data in this directory, on a free port. The first start makes the directory.
     *
     * @throws EmbeddedServerException if it cannot start; the message says what to do about it
     */
    public static EmbeddedPostgres start(Path dataDirectory) {
        return start(dataDirectory, 0);
    }

    /**
     * Starts the server on a given port, which clients may know already. Port 0 takes a free one.
     *
     * @throws EmbeddedServerException if it cannot start; the message says what to do about it
     */
    public static EmbeddedPostgres start(Path dataDirectory, int port) {
        var began = Instant.now();
        var cluster = Cluster.in(dataDirectory);
        var directory = cluster.directory();
        try {
            var lock = lock(directory);
            try {
                var started = startLocked(cluster, lock, port);
                LOG.info(
                        "PostgreSQL runs on port {} with the data in {}, after {} ms",
                        started.port,
                        directory,
                        Duration.between(began, Instant.now()).toMillis());
                return started;
            } catch (IOException | InterruptedException | SQLException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw EmbeddedServerException.under(directory, e);
        } catch (SQLException e) {
            throw EmbeddedServerException.saying(directory, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedServerException(Message.of("postgres.interrupted"), e);
        }
    }

    /**
     * Stops a server that a killed application may have left running on this data. Call it before deleting the data.
     */
    public static void stopOrphan(Path dataDirectory) {
        var cluster = Cluster.in(dataDirectory);
        try {
            stopOrphanOn(cluster.data());
        } catch (IOException e) {
            throw EmbeddedServerException.under(cluster.directory(), e);
        }
    }

    public String jdbcUrl() {
        return Cluster.url(port);
    }

    public int port() {
        return port;
    }

    /** The role that owns the schema and migrates it. */
    public String user() {
        return Cluster.OWNER;
    }

    public String password() {
        return password;
    }

    /** The role of the application. It has only the rights that the schema grants. */
    public String applicationUser() {
        return Cluster.APPLICATION;
    }

    public String applicationPassword() {
        return applicationPassword;
    }

    /** The process id of the server. */
    public long pid() {
        return server.pid();
    }

    public boolean isRunning() {
        return server.isAlive();
    }

    /** Stops the server in order. All commits are on disk, and the next start needs no recovery. */
    @Override
    public void close() {
        try {
            server.getOutputStream().close();
            if (!server.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                ServerProcess.stop(server.toHandle());
            }
        } catch (IOException e) {
            ServerProcess.stop(server.toHandle());
        } catch (InterruptedException e) {
            ServerProcess.stop(server.toHandle());
            Thread.currentThread().interrupt();
        } finally {
            release();
        }
    }

    private void release() {
        try {
            lock.close();
        } catch (IOException e) {
            LOG.warn("could not release {}", cluster.directory(), e);
        }
    }

    private static FileChannel lock(Path directory) throws IOException {
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            throw new EmbeddedServerException(Message.of("postgres.file", "directory", directory));
        }
        Files.createDirectories(
                directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var channel = FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            @Nullable FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
        } catch (OverlappingFileLockException _) {
            // this process holds the lock, so the directory is in use too
        }
        channel.close();
        throw new EmbeddedServerException(Message.of("postgres.in-use", "directory", directory));
    }

    private static EmbeddedPostgres startLocked(Cluster cluster, FileChannel lock, int port)
            throws IOException, InterruptedException, SQLException {
        var binaries = PostgresBinaries.unpacked();
        stopOrphanOn(cluster.data());
        cluster.prepare(binaries);
        var giveUp = Instant.now().plus(PASSING);
        while (true) {
            var logged = Files.exists(cluster.log()) ? Files.size(cluster.log()) : 0;
            var started = tried(binaries, cluster, lock, port == 0 ? LoopbackPort.free() : port);
            if (started.isPresent()) {
                return started.get();
            }
            var said = saidSince(cluster.log(), logged);
            if (!isPassing(said) || Instant.now().isAfter(giveUp)) {
                throw EmbeddedServerException.saying(cluster.directory(), said);
            }
            Thread.sleep(START_PAUSE);
        }
    }

    private static String saidSince(Path log, long logged) throws IOException {
        try (var channel = Files.newByteChannel(log);
                var text = Channels.newInputStream(channel.position(logged))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Starts the server once. Empty if it ends before it is ready; its log says why. */
    private static Optional<EmbeddedPostgres> tried(
            PostgresBinaries binaries, Cluster cluster, FileChannel lock, int port)
            throws IOException, InterruptedException, SQLException {
        var server = ServerProcess.start(cluster.data(), cluster.log(), command(binaries, cluster.data(), port));
        try {
            if (!isReady(server, cluster.data())) {
                return Optional.empty();
            }
            cluster.prepareDatabase(port);
            return Optional.of(new EmbeddedPostgres(cluster, lock, server, port));
        } catch (IOException | InterruptedException | SQLException | RuntimeException e) {
            ServerProcess.stop(server.toHandle());
            throw e;
        }
    }

    private static void stopOrphanOn(Path data) throws IOException {
        ServerProcess.orphan(data).ifPresent(orphan -> {
            LOG.warn("stopping PostgreSQL {}, left behind on {}", orphan.pid(), data);
            ServerProcess.stop(orphan);
        });
        ServerProcess.endSessions(data);
    }

    static List<String> command(PostgresBinaries binaries, Path data, int port) {
        return List.of(
                binaries.program("postgres").toString(),
                "-D",
                data.toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "fsync=on",
                "-c",
                "synchronous_commit=on",
                "-c",
                "full_page_writes=on",
                "-c",
                "shared_buffers=256MB",
                "-c",
                "max_wal_size=2GB",
                "-c",
                "log_timezone=UTC",
                "-c",
                "timezone=UTC",
                "-c",
                "jit=off",
                "-c",
                "archive_mode=on",
                "-c",
                "archive_command=" + WalArchive.COMMAND);
    }

    private static boolean isReady(Process server, Path data) throws IOException, InterruptedException {
        var giveUp = Instant.now().plus(RECOVERY);
        var pidFile = data.resolve("postmaster.pid");
        while (server.isAlive()) {
            if (Files.exists(pidFile)) {
                var lines = Files.readString(pidFile).lines().toList();
                if (!lines.isEmpty() // PostgreSQL creates the file before it writes to it
                        && lines.getFirst().strip().equals(Long.toString(server.pid()))
                        && lines.getLast().startsWith("ready")) {
                    return true;
                }
            }
            if (Instant.now().isAfter(giveUp)) {
                ServerProcess.stop(server.toHandle());
                return false;
            }
            Thread.sleep(Duration.ofMillis(10));
        }
        return false;
    }

    /**
     * Whether a later try may succeed: another process took the port, or sessions of a killed server are still ending.
     */
    private static boolean isPassing(String said) {
        return said.contains("could not bind") || (said.contains("shared memory block") && said.contains("in use"));
    }
}

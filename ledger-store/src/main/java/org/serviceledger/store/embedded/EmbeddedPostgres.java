package org.serviceledger.store.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL 18 that runs beside the application and keeps its data, as durable as any other: nothing that makes
 * a commit safe is turned off.
 *
 * <p>The server listens on the loopback interface only, on a free port, with generated passwords. It stops when it is
 * closed and when the application dies. One that was nevertheless left behind is stopped by the next start on the same
 * data, and the data are recovered.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private static final String DATABASE = "ledger";
    private static final String OWNER = "ledger_owner";
    private static final String APPLICATION = "ledger_app";
    private static final String NO_SUCH_DATABASE = "3D000";
    private static final int START_TRIES = 20;
    private static final Duration START_PAUSE = Duration.ofMillis(100);
    private static final Duration RECOVERY = Duration.ofMinutes(5);
    private static final Duration STOP = Duration.ofSeconds(30);
    private static final long LOG_LIMIT = 10_000_000;

    private final Path directory;
    private final FileChannel lock;
    private final Process server;
    private final int port;
    private final String password;
    private final String applicationPassword;

    private EmbeddedPostgres(Path directory, FileChannel lock, Process server, int port) throws IOException {
        this.directory = directory;
        this.lock = lock;
        this.server = server;
        this.port = port;
        this.password = secret(directory, OWNER);
        this.applicationPassword = secret(directory, APPLICATION);
    }

    /**
     * Starts the server on the data kept in this directory, which is made on the first start.
     *
     * @throws EmbeddedServerException if it cannot start, with what to do about it
     */
    public static EmbeddedPostgres start(Path dataDirectory) {
        var began = Instant.now();
        var directory = dataDirectory.toAbsolutePath().normalize();
        try {
            var lock = lock(directory);
            try {
                var started = startLocked(directory, lock);
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
            throw new EmbeddedServerException("interrupted while PostgreSQL was starting; start again", e);
        }
    }

    /** Stops the server a killed application may have left running on this data, for whoever is about to delete it. */
    public static void stopOrphan(Path dataDirectory) {
        var directory = dataDirectory.toAbsolutePath().normalize();
        try {
            stopOrphanOn(directory.resolve("data"));
        } catch (IOException e) {
            throw EmbeddedServerException.under(directory, e);
        }
    }

    public String jdbcUrl() {
        return url(port, DATABASE);
    }

    public int port() {
        return port;
    }

    /** Who owns the schema and migrates it. */
    public String user() {
        return OWNER;
    }

    public String password() {
        return password;
    }

    /** The role the application works under; it has no rights but those the schema grants. */
    public String applicationUser() {
        return APPLICATION;
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

    /** Stops the server in order; all that was committed is on disk, and the next start needs no recovery. */
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
            LOG.warn("could not release {}", directory, e);
        }
    }

    private static FileChannel lock(Path directory) throws IOException {
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            throw new EmbeddedServerException(directory + " is a file: choose another data directory");
        }
        Files.createDirectories(directory);
        var channel = FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            @Nullable FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
        } catch (OverlappingFileLockException _) {
            // held by this very process: as much in use as by another
        }
        channel.close();
        throw new EmbeddedServerException(
                directory + " is in use by another running instance: stop that one or choose another data directory");
    }

    private static EmbeddedPostgres startLocked(Path directory, FileChannel lock)
            throws IOException, InterruptedException, SQLException {
        var binaries = PostgresBinaries.unpacked();
        var data = directory.resolve("data");
        stopOrphanOn(data);
        var owner = secret(directory, OWNER);
        if (!Files.exists(data)) {
            initialize(binaries, directory, data);
        }
        checkVersion(data);
        var log = directory.resolve("server.log");
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
            Files.move(log, directory.resolve("server.log.old"), StandardCopyOption.REPLACE_EXISTING);
        }
        for (int attempt = 1; ; attempt++) {
            var port = freePort();
            var logged = Files.exists(log) ? Files.size(log) : 0;
            var server = ServerProcess.start(data, log, command(binaries, data, port));
            try {
                if (isReady(server, data)) {
                    prepareDatabase(port, owner, secret(directory, APPLICATION));
                    return new EmbeddedPostgres(directory, lock, server, port);
                }
            } catch (IOException | InterruptedException | SQLException | RuntimeException e) {
                ServerProcess.stop(server.toHandle());
                throw e;
            }
            var said = Files.readString(log).substring((int) Math.min(logged, Integer.MAX_VALUE));
            if (!isPassing(said) || attempt == START_TRIES) {
                throw EmbeddedServerException.saying(directory, said);
            }
            Thread.sleep(START_PAUSE);
        }
    }

    private static void stopOrphanOn(Path data) throws IOException {
        ServerProcess.orphan(data).ifPresent(orphan -> {
            LOG.warn("stopping PostgreSQL {}, left behind on {}", orphan.pid(), data);
            ServerProcess.stop(orphan);
        });
    }

    /** Makes the database cluster beside its place and moves it there when it is whole. */
    private static void initialize(PostgresBinaries binaries, Path directory, Path data)
            throws IOException, InterruptedException {
        var fresh = directory.resolve("data.new");
        Directories.delete(fresh);
        var failure = ServerProcess.run(List.of(
                binaries.program("initdb").toString(),
                "--pgdata=" + fresh,
                "--username=" + OWNER,
                "--pwfile=" + directory.resolve(OWNER + ".password"),
                "--auth-host=scram-sha-256",
                "--auth-local=reject",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C.UTF-8"));
        if (failure.isPresent()) {
            throw EmbeddedServerException.saying(directory, failure.get());
        }
        Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void checkVersion(Path data) throws IOException {
        var version = Files.readString(data.resolve("PG_VERSION")).strip();
        if (!version.equals("18")) {
            throw new EmbeddedServerException("the data in " + data + " were made by PostgreSQL " + version
                    + ", this is 18: upgrade them with pg_upgrade or choose another data directory");
        }
    }

    private static List<String> command(PostgresBinaries binaries, Path data, int port) {
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
                "jit=off");
    }

    private static boolean isReady(Process server, Path data) throws IOException, InterruptedException {
        var giveUp = Instant.now().plus(RECOVERY);
        var pidFile = data.resolve("postmaster.pid");
        while (server.isAlive()) {
            if (Files.exists(pidFile)) {
                var lines = Files.readString(pidFile).lines().toList();
                if (!lines.isEmpty() // the file is there before anything is in it
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

    /** Somebody was quicker to take the port, or sessions of a server that was killed are still on their way out. */
    private static boolean isPassing(String said) {
        return said.contains("could not bind") || (said.contains("shared memory block") && said.contains("in use"));
    }

    private static void prepareDatabase(int port, String ownerPassword, String applicationPassword)
            throws SQLException {
        try (var connection = connect(port, DATABASE, ownerPassword)) {
            connection.isValid(1);
        } catch (SQLException e) {
            if (!NO_SUCH_DATABASE.equals(e.getSQLState())) {
                throw e;
            }
            createDatabase(port, ownerPassword, applicationPassword);
        }
    }

    private static void createDatabase(int port, String ownerPassword, String applicationPassword) throws SQLException {
        try (var connection = connect(port, "postgres", ownerPassword);
                var statement = connection.createStatement()) {
            statement.execute("DROP ROLE IF EXISTS " + APPLICATION);
            statement.execute("CREATE ROLE " + APPLICATION + " LOGIN PASSWORD '" + applicationPassword + "'");
            statement.execute("CREATE DATABASE " + DATABASE);
        }
    }

    private static Connection connect(int port, String database, String password) throws SQLException {
        return DriverManager.getConnection(url(port, database), OWNER, password);
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The password of a role, made on the first start and readable by this user only. */
    private static String secret(Path directory, String role) throws IOException {
        var file = directory.resolve(role + ".password");
        if (!Files.exists(file)) {
            var bytes = new byte[24];
            new SecureRandom().nextBytes(bytes);
            var fresh = Files.createTempFile(
                    directory,
                    role,
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, HexFormat.of().formatHex(bytes) + "\n");
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file).strip();
    }
}

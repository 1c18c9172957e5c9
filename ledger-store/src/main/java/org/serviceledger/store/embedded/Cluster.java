package org.serviceledger.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import org.serviceledger.store.secret.OwnersFile;
import org.serviceledger.words.Message;

/**
 * A PostgreSQL cluster in a directory: the data with one database, the server's log, and the passwords of its two
 * roles.
 */
record Cluster(Path directory) {

    static final String OWNER = "ledger_owner";
    static final String APPLICATION = "ledger_app";

    private static final String DATABASE = "ledger";
    private static final String NO_SUCH_DATABASE = "3D000";
    private static final long LOG_LIMIT = 10_000_000;

    static Cluster in(Path directory) {
        return new Cluster(directory.toAbsolutePath().normalize());
    }

    static String url(int port) {
        return url(port, DATABASE);
    }

    Path data() {
        return directory.resolve("data");
    }

    /** The file the server logs to. */
    Path log() {
        return directory.resolve("server.log");
    }

    String password(String role) throws IOException {
        return Files.readString(passwordFile(role)).strip();
    }

    /**
     * Makes the passwords and the data if they are missing, and moves a log of more than 10 MB aside. Throws
     * {@link EmbeddedServerException} if another version of PostgreSQL made the data.
     */
    void prepare(PostgresBinaries binaries) throws IOException, InterruptedException {
        makePassword(OWNER);
        makePassword(APPLICATION);
        if (!Files.exists(data())) {
            initialize(binaries);
        }
        mustBeOfThisVersion();
        if (Files.exists(log()) && Files.size(log()) > LOG_LIMIT) {
            Files.move(log(), directory.resolve("server.log.old"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Makes the database and the role of the application when a server runs for the first time. */
    void prepareDatabase(int port) throws IOException, SQLException {
        try (var connection = connect(port, DATABASE)) {
            connection.isValid(1);
        } catch (SQLException e) {
            if (!NO_SUCH_DATABASE.equals(e.getSQLState())) {
                throw e;
            }
            createDatabase(port);
        }
    }

    /** Makes the data in {@code data.new} and moves them to their place when they are complete. */
    private void initialize(PostgresBinaries binaries) throws IOException, InterruptedException {
        var fresh = directory.resolve("data.new");
        Directories.delete(fresh);
        var failure = ServerProcess.run(List.of(
                binaries.program("initdb").toString(),
                "--pgdata=" + fresh,
                "--username=" + OWNER,
                "--pwfile=" + passwordFile(OWNER),
                "--auth-host=scram-sha-256",
                "--auth-local=reject",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C.UTF-8"));
        if (failure.isPresent()) {
            throw EmbeddedServerException.saying(directory, failure.get());
        }
        Files.move(fresh, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void mustBeOfThisVersion() throws IOException {
        var version = Files.readString(data().resolve("PG_VERSION")).strip();
        if (!version.equals("18")) {
            throw new EmbeddedServerException(
                    Message.of("postgres.other-version", "directory", data(), "version", version));
        }
    }

    private void createDatabase(int port) throws IOException, SQLException {
        try (var connection = connect(port, "postgres");
                var statement = connection.createStatement()) {
            statement.execute("DROP ROLE IF EXISTS " + APPLICATION);
            statement.execute("CREATE ROLE " + APPLICATION + " LOGIN PASSWORD '" + password(APPLICATION) + "'");
            statement.execute("CREATE DATABASE " + DATABASE);
        }
    }

    private Connection connect(int port, String database) throws IOException, SQLException {
        return DriverManager.getConnection(url(port, database), OWNER, password(OWNER));
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    private Path passwordFile(String role) {
        return directory.resolve(role + ".password");
    }

    /** Writes a random password to a file that only this user can read. */
    private void makePassword(String role) throws IOException {
        if (!Files.exists(passwordFile(role))) {
            var bytes = new byte[24];
            new SecureRandom().nextBytes(bytes);
            OwnersFile.write(passwordFile(role), HexFormat.of().formatHex(bytes) + "\n");
        }
    }
}

package org.serviceledger.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

    /** Kept between tests, because creating a database cluster takes longest. */
    @TempDir
    static Path kept;

    @TempDir
    Path directory;

    @Test
    void isAsDurableAsAnyOther() throws SQLException {
        try (var postgres = EmbeddedPostgres.start(kept.resolve("pg"));
                var connection = connect(postgres)) {
            for (var setting : List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")) {
                assertThat(ask(connection, "SHOW " + setting)).as(setting).isEqualTo("on");
            }
            assertThat(ask(connection, "SHOW server_version")).startsWith("18");
            assertThat(ask(connection, "SHOW server_encoding")).isEqualTo("UTF8");
            assertThat(ask(connection, "SELECT upper('é') || '台账'")).isEqualTo("É台账");
            assertThat(ask(connection, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void keepsItsDataAndItsPasswordOverAnOrderlyRestart() throws SQLException, IOException {
        var password = "";
        try (var postgres = EmbeddedPostgres.start(kept.resolve("pg"));
                var connection = connect(postgres)) {
            write(connection, "CREATE TABLE kept AS SELECT 42 AS answer");
            password = postgres.password();
        }
        assertThat(kept.resolve("pg/data/postmaster.pid")).doesNotExist();
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(kept.resolve("pg/ledger_owner.password"))))
                .isEqualTo("rw-------");

        var began = Instant.now();
        try (var postgres = EmbeddedPostgres.start(kept.resolve("pg"));
                var connection = connect(postgres)) {
            assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(10));
            assertThat(postgres.password()).isEqualTo(password);
            assertThat(ask(connection, "SELECT answer FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void letsTheApplicationRoleInAndNobodyWithoutAPassword() throws SQLException {
        try (var postgres = EmbeddedPostgres.start(kept.resolve("pg"))) {
            try (var connection = DriverManager.getConnection(
                    postgres.jdbcUrl(), postgres.applicationUser(), postgres.applicationPassword())) {
                assertThat(ask(connection, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"))
                        .isEqualTo("f");
            }
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), "guess"));
        }
    }

    @Test
    void runsTwiceAtOnceOnDifferentData() throws SQLException {
        try (var one = EmbeddedPostgres.start(kept.resolve("pg"));
                var other = EmbeddedPostgres.start(directory.resolve("other"));
                var first = connect(one);
                var second = connect(other)) {
            assertThat(one.port()).isNotEqualTo(other.port());
            assertThat(ask(first, "SELECT 1") + ask(second, "SELECT 2")).isEqualTo("12");
        }
    }

    @Test
    void refusesDataThatALiveInstanceUses() {
        try (var _ = EmbeddedPostgres.start(kept.resolve("pg"))) {
            assertThatExceptionOfType(EmbeddedServerException.class)
                    .isThrownBy(() -> EmbeddedPostgres.start(kept.resolve("pg")))
                    .withMessageContaining("in use by another running instance");
        }
    }

    @Test
    void refusesAFileInPlaceOfADirectory() throws IOException {
        Files.writeString(directory.resolve("pg"), "not a directory");

        assertThatExceptionOfType(EmbeddedServerException.class)
                .isThrownBy(() -> EmbeddedPostgres.start(directory.resolve("pg")))
                .withMessageContaining("choose another data directory");
    }

    @Test
    void refusesDataOfAnotherVersion() throws IOException {
        Files.createDirectories(directory.resolve("pg/data"));
        Files.writeString(directory.resolve("pg/data/PG_VERSION"), "15\n");

        assertThatExceptionOfType(EmbeddedServerException.class)
                .isThrownBy(() -> EmbeddedPostgres.start(directory.resolve("pg")))
                .withMessageContaining("made by PostgreSQL 15");
    }

    @Test
    void saysInOneLineThatTheDiskIsFull() {
        var full = EmbeddedServerException.saying(
                directory, "creating subdirectories ...\ninitdb: error: could not write: No space left on device\n");

        assertThat(full)
                .hasMessage("the disk that holds " + directory + " is full: free some space there and start again");
    }

    @Test
    void stopsWhenTheApplicationIsKilled() throws Exception {
        var application = startInAnotherJvm();
        var postmaster = ProcessHandle.of(application.postmaster()).orElseThrow();

        application.process().destroyForcibly().waitFor();

        await().atMost(Duration.ofSeconds(20)).until(() -> !postmaster.isAlive());
        try (var postgres = EmbeddedPostgres.start(kept.resolve("pg"));
                var connection = connect(postgres)) {
            assertThat(ask(connection, "SELECT count(*) FROM acknowledged")).isEqualTo("1");
        }
    }

    @Test
    void stopsAnOrphanOfTheSameDataAndRecovers() throws Exception {
        var application = startInAnotherJvm();
        var postmaster = ProcessHandle.of(application.postmaster()).orElseThrow();
        killWatchersOf(postmaster);
        application.process().destroyForcibly().waitFor();
        assertThat(postmaster.isAlive()).isTrue();

        try (var postgres = EmbeddedPostgres.start(kept.resolve("pg"));
                var connection = connect(postgres)) {
            assertThat(postmaster.isAlive()).isFalse();
            assertThat(ask(connection, "SELECT count(*) FROM acknowledged")).isEqualTo("1");
        }
    }

    @Test
    void runsAgainOnItsPortAfterAKillThatABusySessionOutlived() throws Exception {
        var killed = EmbeddedPostgres.start(kept.resolve("pg"));
        long session;
        try (var connection = connect(killed)) {
            session = Long.parseLong(ask(connection, "SELECT pg_backend_pid()"));
            var busy = Thread.ofVirtual()
                    .start(() -> assertThatExceptionOfType(SQLException.class)
                            .isThrownBy(
                                    () -> ask(connection, "SELECT count(*) FROM generate_series(1, 100000000000)")));
            awaitActive(killed, session);
            ProcessHandle.of(killed.pid()).orElseThrow().destroyForcibly();
            await().until(() -> !killed.isRunning());
            assertThat(ProcessHandle.of(session)).as("the session").hasValueSatisfying(ProcessHandle::isAlive);
            killed.close();

            try (var postgres = EmbeddedPostgres.start(kept.resolve("pg"), killed.port());
                    var again = connect(postgres)) {
                assertThat(postgres.jdbcUrl()).isEqualTo(killed.jdbcUrl());
                assertThat(ask(again, "SELECT 1")).isEqualTo("1");
            }
            busy.join();
        }
        assertThat(ProcessHandle.of(session).filter(ProcessHandle::isAlive)).isEmpty();
    }

    private static void awaitActive(EmbeddedPostgres postgres, long session) throws SQLException {
        try (var watching = connect(postgres)) {
            await().until(() -> ask(
                            watching,
                            "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%generate_series%'"
                                    + " AND pid = " + session)
                    .equals("1"));
        }
    }

    @Test
    void leavesAProcessAloneThatOnlyHappensToHaveTheOldProcessId() throws Exception {
        try (var _ = EmbeddedPostgres.start(kept.resolve("pg"))) {
            // creates the data
        }
        var innocent = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(kept.resolve("pg/data/postmaster.pid"), innocent.pid() + "\n" + kept + "\n");

            try (var postgres = EmbeddedPostgres.start(kept.resolve("pg"));
                    var connection = connect(postgres)) {
                assertThat(ask(connection, "SELECT 1")).isEqualTo("1");
            }
            assertThat(innocent.isAlive()).isTrue();
        } finally {
            innocent.destroyForcibly();
        }
    }

    /**
     * An application in its own JVM, which the tests kill. It prints the postmaster's process id once a commit is
     * durable.
     */
    static final class Application {

        private Application() {}

        static void main(String[] arguments) throws Exception {
            var postgres = EmbeddedPostgres.start(Path.of(arguments[0]));
            try (var connection = connect(postgres)) {
                write(connection, "DROP TABLE IF EXISTS acknowledged");
                write(connection, "CREATE TABLE acknowledged AS SELECT 1 AS one");
            }
            System.out.println("postmaster " + postgres.pid());
            Thread.sleep(TimeUnit.MINUTES.toMillis(5));
        }
    }

    private record Running(Process process, long postmaster) {}

    private Running startInAnotherJvm() throws IOException {
        var process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Application.class.getName(),
                        kept.resolve("pg").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var output = process.inputReader(StandardCharsets.UTF_8);
        var line = output.readLine();
        while (line != null && !line.startsWith("postmaster ")) {
            line = output.readLine();
        }
        assertThat(line).as("the application started").isNotNull();
        return new Running(process, Long.parseLong(line.substring("postmaster ".length())));
    }

    /** Finds the watchers by the data directory in their arguments, and kills only those. */
    private void killWatchersOf(ProcessHandle postmaster) {
        var data = kept.resolve("pg/data").toString();
        var shells = ProcessHandle.allProcesses()
                .filter(process -> process.pid() != postmaster.pid())
                .filter(process -> {
                    var arguments = Set.of(process.info()
                            .arguments()
                            .map(all -> (Object) List.of(all))
                            .orElse(List.of()));
                    return arguments.toString().contains("kill -INT")
                            && arguments.toString().contains(data);
                })
                .toList();
        assertThat(shells).as("a watcher stands by").isNotEmpty();
        shells.forEach(ProcessHandle::destroyForcibly);
        await().until(() -> shells.stream().noneMatch(ProcessHandle::isAlive));
    }

    private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
    }

    private static String ask(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void write(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

package org.serviceledger.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * An embedded PostgreSQL that another process runs, for those who only read.
 *
 * @param user the role that reads and appends
 */
public record RunningPostgres(String jdbcUrl, String user, String password) {

    private static final int PORT_LINE = 3;

    /** The one that runs on this data, if there is one. */
    public static Optional<RunningPostgres> on(Path dataDirectory) {
        var directory = dataDirectory.toAbsolutePath().normalize();
        var data = directory.resolve("data");
        try {
            if (ServerProcess.orphan(data).isEmpty()) {
                return Optional.empty();
            }
            var port = Files.readAllLines(data.resolve("postmaster.pid"))
                    .get(PORT_LINE)
                    .strip();
            var password =
                    Files.readString(directory.resolve("ledger_app.password")).strip();
            return Optional.of(new RunningPostgres(
                    "jdbc:postgresql://127.0.0.1:%s/ledger".formatted(port), "ledger_app", password));
        } catch (IOException e) {
            throw EmbeddedServerException.under(directory, e);
        }
    }

    @Override
    public String toString() {
        return user + " at " + jdbcUrl;
    }
}

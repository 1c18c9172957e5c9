package org.serviceledger.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * An embedded PostgreSQL that another process runs, for callers that only read or copy it.
 *
 * @param user the role of the application, or the owner
 */
public record RunningPostgres(String jdbcUrl, String user, String password) {

    private static final int PORT_LINE = 3;

    /** Finds the server that runs on this data, for the role of the application; empty if there is none. */
    public static Optional<RunningPostgres> on(Path dataDirectory) {
        return on(dataDirectory, Cluster.APPLICATION);
    }

    /** Finds the server that runs on this data, for the role that owns everything, which copying needs. */
    public static Optional<RunningPostgres> asOwner(Path dataDirectory) {
        return on(dataDirectory, Cluster.OWNER);
    }

    private static Optional<RunningPostgres> on(Path dataDirectory, String role) {
        var cluster = Cluster.in(dataDirectory);
        try {
            if (ServerProcess.orphan(cluster.data()).isEmpty()) {
                return Optional.empty();
            }
            var port = Files.readAllLines(cluster.data().resolve("postmaster.pid"))
                    .get(PORT_LINE)
                    .strip();
            return Optional.of(new RunningPostgres(Cluster.url(Integer.parseInt(port)), role, cluster.password(role)));
        } catch (IOException e) {
            throw EmbeddedServerException.under(cluster.directory(), e);
        }
    }

    @Override
    public String toString() {
        return user + " at " + jdbcUrl;
    }
}
